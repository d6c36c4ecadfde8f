import { describe, expect, test } from 'vitest';
import { isFrame, readJpegHead, sizeOfFrame } from '../../src/pictures/jpeg.ts';

const segment = (marker: number, ...data: number[]): number[] => [0xff, marker, 0, data.length + 2, ...data];
const head = (...bytes: (number | number[])[]) => readJpegHead(Buffer.from([0xff, 0xd8, ...bytes.flat()]));
const SCAN = segment(0xda, 1, 1, 0, 0, 63, 0);

describe('the head of a JPEG', () => {
  test('is its segments up to the pixels, with filling before a marker left out', () => {
    const { segments, followedBy, end } = head(segment(0xe0, 7, 8), 0xff, 0xff, segment(0xdb, 9), SCAN);
    expect(segments.map(({ marker, body }) => [marker, ...body])).toEqual([
      [0xe0, 7, 8],
      [0xdb, 9],
    ]);
    expect({ followedBy, end }).toEqual({ followedBy: 'pixels', end: 15 });
  });

  test('ends early where the file was cut off or overwritten', () => {
    expect(head(segment(0xe0, 7, 8).slice(0, -1))).toEqual({ segments: [], followedBy: 'nothing', end: 2 });
    expect(head(segment(0xe0, 7, 8), 1, 2, 3, 4)).toMatchObject({ followedBy: 'something else', end: 8 });
  });
});

test('frames are told from tables that have markers between theirs, and tell the size in pixels', () => {
  const { segments } = head(segment(0xc4, 0), segment(0xc8, 0), segment(0xcc, 0), segment(0xc2, 8, 0, 200, 2, 88, 3), SCAN);
  const frames = segments.filter(({ marker }) => isFrame(marker));
  expect(frames.map(({ marker }) => marker)).toEqual([0xc2]);
  expect(frames.map(sizeOfFrame)).toEqual([{ width: 600, height: 200 }]);
});

import { PDFContext, PDFNumber, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { removeUnreachable } from '../../src/flatten/remove-unreachable.ts';

test('what nothing leads to is taken out, what something leads to stays, in circles and in streams too', () => {
  const context = PDFContext.create();
  const words = context.register(PDFString.of('words'));
  const inStream = context.register(context.stream('content', { Of: words }));
  const root = context.nextRef();
  const child = context.register(context.obj({ Parent: root, Deep: [[{ In: inStream }]] }));
  context.assign(root, context.obj({ Kids: [child], Gone: context.nextRef() }));
  const info = context.register(context.obj({}));
  const lost = context.register(context.obj({ Root: root }));
  const lostToo = context.register(context.obj([lost]));
  context.trailerInfo.Root = root;
  context.trailerInfo.Info = info;
  removeUnreachable(context);
  const there = (ref: PDFRef): boolean => context.lookup(ref) !== undefined;
  expect([root, child, inStream, words, info].map(there)).toEqual([true, true, true, true, true]);
  expect([lost, lostToo].map(there)).toEqual([false, false]);
});

test('arrays may be as long as they like', () => {
  const context = PDFContext.create();
  const last = context.register(PDFString.of('last'));
  const long = context.obj(Array.from({ length: 300_000 }, () => PDFNumber.of(1)));
  long.push(last);
  context.trailerInfo.Root = context.register(context.obj({ Long: long }));
  removeUnreachable(context);
  expect(context.lookup(last)?.toString()).toBe('(last)');
  expect(context.enumerateIndirectObjects()).toHaveLength(2);
});

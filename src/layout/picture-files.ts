/** Gives pictures addresses that change with their files, because the layout engine caches pictures by address. */
import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { uprightPicture } from '../pictures/upright.ts';
import { stampOf } from '../system/file-stamp.ts';
import { type LaidOutNode, visit } from './laid-out-node.ts';

/** A node as the reconciler makes it: of the same shape, not laid out yet. */
interface TreeNode {
  type: string;
  props?: Record<string, unknown>;
  children?: TreeNode[];
}

/** Bytes of pictures that are not drawn as they are in their files, by their addresses; nothing for all others. The engine keeps as many. */
const uprights = new Map<string, Buffer | undefined>();
const MOST_UPRIGHTS = 30;

const uprightAt = (address: string, file: string): Buffer | undefined => {
  if (uprights.has(address)) return uprights.get(address);
  let upright: Buffer | undefined;
  try {
    const bytes = readFileSync(file);
    const turned = uprightPicture(bytes);
    upright = turned === bytes ? undefined : turned;
  } catch {
    // What cannot be read is told where the engine does not find it either.
  }
  const [oldest] = uprights.keys();
  if (uprights.size >= MOST_UPRIGHTS && oldest !== undefined) uprights.delete(oldest);
  uprights.set(address, upright);
  return upright;
};

/**
 * Gives each picture the address of its file as it is now, so that one that was saved anew is another to the engine; or its bytes as they are
 * drawn, where those are others. It gets no other address: the engine would fetch what is there.
 */
export const addressPictures = (node: TreeNode): void => {
  if (node.type.startsWith('IMAGE')) {
    const { src, source: _, srcSet: __, address: ___, ...props } = node.props ?? {};
    node.props = typeof src === 'string' && isAbsolute(src) ? { ...props, ...sourceOf(src) } : props;
  }
  node.children?.forEach(addressPictures);
};

const sourceOf = (file: string): { address: string; src: string | Buffer } => {
  const address = addressOf(file);
  return { address, src: uprightAt(address, file) ?? address };
};

/** A file's address; what stands behind `#` is no part of its path. */
const addressOf = (file: string): string => `${pathToFileURL(file).href}#${stampOf(file)}`;

/** Gives pictures whose bytes were handed over a name, by which the PDF holds each of them once. */
export const namePictures = (node: LaidOutNode): void =>
  visit(node, (inner) => {
    const { image } = inner as { image?: { key?: string } };
    if (image && typeof inner.props['address'] === 'string') image.key ??= inner.props['address'];
  });

/** Whether there are pictures in a laid-out node. */
export const hasPictures = ({ type, children = [] }: LaidOutNode): boolean => type.startsWith('IMAGE') || children.some(hasPictures);

/** Whether the pictures of a laid-out node are as they were when it was laid out. */
export const picturesAsTheyWere = (node: LaidOutNode): boolean => {
  let same = true;
  visit(node, ({ type, props }) => {
    const address = props?.['address'];
    if (type.startsWith('IMAGE') && typeof address === 'string') same &&= addressOf(fileURLToPath(address)) === address;
  });
  return same;
};

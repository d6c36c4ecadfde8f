/** The files of pictures: the layout engine keeps what it has read of them by name, for as long as the program runs. */
import { isAbsolute } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { stampOf } from '../system/stamp.ts';
import { type LaidOutNode, visit } from './node.ts';

/** A node as the reconciler makes it: of the same shape, not laid out yet. */
interface TreeNode {
  type: string;
  props?: Record<string, unknown>;
  children?: TreeNode[];
}

/**
 * Gives each picture the address of its file as it is now, so that one that was saved anew is another to the engine. It gets no other
 * address: the engine would fetch what is there.
 */
export const addressPictures = (node: TreeNode): void => {
  if (node.type.startsWith('IMAGE')) {
    const { src, source: _, srcSet: __, ...props } = node.props ?? {};
    node.props = typeof src === 'string' && isAbsolute(src) ? { ...props, src: addressOf(src) } : props;
  }
  node.children?.forEach(addressPictures);
};

/** A file's address; what stands behind `#` is no part of its path. */
const addressOf = (file: string): string => `${pathToFileURL(file).href}#${stampOf(file)}`;

/** Whether the pictures of a laid-out node are as they were when it was laid out. */
export const picturesAsTheyWere = (node: LaidOutNode): boolean => {
  let same = true;
  visit(node, ({ type, props }) => {
    const src = props?.src;
    if (type === 'IMAGE' && typeof src === 'string' && src.startsWith('file:')) same &&= addressOf(fileURLToPath(src)) === src;
  });
  return same;
};

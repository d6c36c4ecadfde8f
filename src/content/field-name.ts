/** The permanent names of form fields, by which answers are found again in filled copies and later editions. */

/**
 * The name of a block's field. It must never change: any change of this rule loses the answers in every filled copy. Rewording, moving
 * and translating a block keep both ids, and so its answers. ASCII without dots, which separate the parts of names in a PDF (ISO 32000-1, 12.7.3.2).
 *
 * @param section id of the step or page: the name of its file
 * @param block id of the block, as its author wrote it; undefined for a block that is not filled in
 * @returns `step_block`; a component adds `_1`, `_2` or `_date` for the parts of a block. Empty where there is no id
 */
export const permanentFieldName = (section: string, block: string | undefined): string => (block ? `${section}_${block}` : '');

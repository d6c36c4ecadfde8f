/** The names of form fields, which answers are found by: in filled copies, in flattened ones, and in every later edition. */

/**
 * The name of a block's field. It is for ever: whoever changes this rule loses the answers in every copy that is filled in. Rewording, moving
 * and translating a block change neither id, so that its answers stay. ASCII without a dot, which parts names in a PDF (ISO 32000-1, 12.7.3.2).
 *
 * @param section id of the step or page: the name of its file
 * @param block id of the block, as its author wrote it; nothing for a block that is not filled in
 * @returns `step_block`; a component adds `_1`, `_2` or `_date` for the parts of a block. Empty where there is no id
 */
export const permanentFieldName = (section: string, block: string | undefined): string => (block ? `${section}_${block}` : '');

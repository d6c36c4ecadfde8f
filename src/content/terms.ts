/** The fixed values that content and command line share; separate from the schemas, so that help does not load the validator. */
export const ROLES = ['broke-trust', 'was-hurt'] as const;
/** The value of `for` on what only the copy with the pages for both roles carries, such as a question that a copy for one role has answered. */
export const COPY_FOR_BOTH = 'copy-for-both';
export const RELATIONSHIPS = ['partner', 'friend', 'family', 'other'] as const;
export const COMPANY = ['alone', 'together', 'either'] as const;

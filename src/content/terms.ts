/** The fixed values that content and command line share; separate from the schemas, so that help does not load the validator. */
export const ROLES = ['broke-trust', 'was-hurt'] as const;
export const RELATIONSHIPS = ['partner', 'friend', 'family', 'other'] as const;
export const COMPANY = ['alone', 'together', 'either'] as const;

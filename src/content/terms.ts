/** The closed lists of words that content and command line share; apart from the schemas, so that help needs no validator. */
export const ROLES = ['broke-trust', 'was-hurt'] as const;
export const RELATIONSHIPS = ['partner', 'friend', 'family', 'other'] as const;
export const COMPANY = ['alone', 'together', 'either'] as const;

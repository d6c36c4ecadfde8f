/** The type of the modules that the program shares with templates. */

/** Modules that a template gets from the program, by the name that it imports them under. */
export type SharedModules = Record<string, Record<string, unknown>>;

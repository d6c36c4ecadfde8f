/** What a template says while it is made goes to stderr. */
declare const console: Record<'log' | 'info' | 'warn' | 'error' | 'debug', (...said: unknown[]) => void>;

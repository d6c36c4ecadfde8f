/** Lets TypeScript accept the import of style sheets, which esbuild bundles. */
declare module '*.css';

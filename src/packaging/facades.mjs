/** The small modules of .build/ that stand for modules of the program: each hands on what a module of program.cjs exports. */

/** The file in .build/ that stands for a file of src/. */
export const facadeOf = (file) => file.replace(/\.tsx?$/, '.js');

/**
 * The code of a facade.
 *
 * @param {string} file the module, from src/
 * @param {string} place the facade, from .build/
 * @param {string[]} names what the module exports
 */
export const facade = (file, place, names) => {
  const up = '../'.repeat(place.split('/').length - 1) || './';
  return `import{moduleNamed}from'${up}load-program.js';\nexport const{${names.join(',')}}=moduleNamed(${JSON.stringify(file)});\n`;
};

/**
 * A plugin of esbuild: what is imported with `import()` stays outside the bundle, and is imported from its facade.
 *
 * @param {(file: string) => string} nameOf the name of a file from src/, with forward slashes
 * @param {Set<string>} asked gets the names of the files that were asked for
 * @param {Record<string, string>} places where some of them lie in .build/; the others have facades
 */
export const facadesPlugin = (nameOf, asked, places) => ({
  name: 'facades',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\.\.?\// }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === facadesPlugin) return undefined;
      const { path: file } = await resolve(path, { kind, importer, resolveDir, pluginData: facadesPlugin });
      const name = nameOf(file);
      if (places[name]) return { path: places[name], external: true };
      asked.add(name);
      return { path: `./${facadeOf(name)}`, external: true };
    });
  },
});

/** The words and fields of a workbook as a LaTeX document with hyperref: what pdflatex takes for the same is the measure of a build. */

const ESCAPED = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };
const QUOTES = { '“': '``', '”': "''", '’': "'", '‘': '`', '–': '--', '—': '---', '…': '\\dots{}' };

/** Text for the fonts that every TeX has: what they lack is left out, accents among it. */
const escaped = (text) =>
  text
    .normalize('NFD')
    .replaceAll(/[\\~^]/g, (letter) => ESCAPED[letter])
    .replaceAll(/[#$%&_{}]/g, String.raw`\$&`)
    .replaceAll(/[“”’‘–—…]/g, (letter) => QUOTES[letter])
    .replaceAll(/[^ -~]/g, '');

const fieldOf = ({ name, kind, width, height }) =>
  kind === 'text'
    ? `\\noindent\\TextField[name=${name},width=${width.toFixed(1)}bp,height=${height.toFixed(1)}bp,multiline=true,bordercolor=]{}\\par`
    : `\\CheckBox[name=${name},width=${width.toFixed(1)}bp,height=${height.toFixed(1)}bp]{}`;

/** @param {Awaited<ReturnType<typeof import('./content-of.mjs').contentOf>>} pages */
export const latexOf = (pages) => `\\documentclass{article}
\\usepackage[letterpaper,margin=54bp]{geometry}
\\usepackage{hyperref}
% The marks of boxes are of a font that not every TeX has, and that no page shows.
\\DeclareFontFamily{U}{pzd}{}
\\DeclareFontShape{U}{pzd}{m}{n}{<-> ssub * cmr/m/n}{}
\\raggedright
\\begin{document}
\\begin{Form}
${pages
  .map(
    ({ paragraphs, fields }) =>
      `${paragraphs.map(({ size, text }) => `{\\fontsize{${size}bp}{${(size * 1.4).toFixed(1)}bp}\\selectfont ${escaped(text)}\\par}`).join('\n')}
${fields.map(fieldOf).join('\n')}
\\clearpage`,
  )
  .join('\n')}
\\end{Form}
\\end{document}
`;

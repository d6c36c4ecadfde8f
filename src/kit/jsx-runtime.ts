/** What JSX of templates is made with where a template is not run by the program, but by a tool that its author has. */
export { Fragment, jsx, jsxs } from 'react/jsx-runtime';

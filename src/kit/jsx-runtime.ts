/** The JSX runtime for templates that are compiled by other tools than this program, such as an author's editor. */
export { Fragment, jsx, jsxs } from 'react/jsx-runtime';

/** The types of JSX in templates: components alone, for elements of web pages have no place on paper. */
import type { ReactElement, ReactNode } from 'mendbook/kit';

export namespace JSX {
  type Element = ReactElement;
  type ElementType = (props: never) => ReactNode;
  interface ElementChildrenAttribute {
    children: {};
  }
  interface IntrinsicAttributes {
    key?: string | number | bigint | null | undefined;
  }
  interface IntrinsicElements {}
}

export declare const Fragment: (props: { children?: ReactNode }) => ReactElement;
export declare function jsx(type: unknown, props: unknown, key?: string): ReactElement;
export declare function jsxs(type: unknown, props: unknown, key?: string): ReactElement;

/** Renders elements to the tree of react-pdf; errors in components are thrown instead of printed on the console. */
import { pdf } from '@react-pdf/renderer';
import { Component, createElement, type ReactNode } from 'react';

/** What `pdf` of the renderer gives, as far as it is used here. */
export interface Instance {
  container: { document: unknown };
  updateContainer(element: null): void;
}

interface TrapProps {
  caught: (thrown: unknown) => void;
  children?: ReactNode;
}

/** What the renderer says of text outside of any element for text, which it leaves out. */
const LOST = /^Invalid '([^]*)' string child outside <Text> component$/;

/** An error boundary that keeps what a component throws. */
class Trap extends Component<TrapProps, { failed: boolean }> {
  static getDerivedStateFromError = () => ({ failed: true });
  override state = { failed: false };
  override componentDidCatch(thrown: unknown): void {
    this.props.caught(thrown);
  }
  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}

/**
 * Renders a Document element. React runs all components before this returns, so that nothing else is run while the streams of the process
 * are silenced.
 *
 * @param lost takes the texts that were left out: they stood in a box, where only elements are drawn
 * @throws what a component threw
 */
export const render = (document: ReactNode, lost: string[]): Instance => {
  const thrown: unknown[] = [];
  const tree = createElement(Trap, { caught: (error) => thrown.push(error) }, document);
  // The reconciler has kept the console's own function from when it was loaded, and tells every error there, with a stack.
  const { stderr } = process;
  const { write } = stderr;
  stderr.write = () => true;
  const { warn } = console;
  console.warn = (said: unknown) => {
    const [, text] = LOST.exec(String(said)) ?? [];
    if (text !== undefined && text.trim() !== '') lost.push(text);
  };
  try {
    // `pdf` is typed for a Document element; the trap renders one.
    const instance = pdf(tree as unknown as Parameters<typeof pdf>[0]) as unknown as Instance;
    if (thrown.length === 0) return instance;
  } finally {
    stderr.write = write;
    console.warn = warn;
  }
  throw thrown[0];
};

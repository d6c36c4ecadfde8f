/** The types of help lines, as components get them. */
export interface HelpLine {
  name: string;
  /** Whom or what it is for. */
  for: string;
  phone?: string;
  /** How to reach it by text message. */
  text?: string;
  /** An address on the web. */
  web?: string;
  hours?: string;
  /** When the number was last checked, as an ISO date. */
  checked: string;
}

export interface HelpLines {
  country: string;
  lines: readonly HelpLine[];
}

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
  /** When the number was collected or last found to be right, as an ISO date. */
  checked: string;
}

export interface HelpLines {
  country: string;
  /** The earliest of the dates, as it is written in that language and country: 22 November 2026, or November 22, 2026. */
  collected: string;
  lines: readonly HelpLine[];
}

/** People who answer, in one country: data of content/help-lines/, as a component gets it. */
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
  /** When the number was last found to be right: an ISO date. */
  checked: string;
}

export interface HelpLines {
  country: string;
  lines: readonly HelpLine[];
}

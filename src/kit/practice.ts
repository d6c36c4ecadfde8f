/** The types of a practice and its logo, as components get them from practice.yaml. */
export interface Logo {
  /** Width and height as it is seen, in a unit of its own: only their proportion counts. */
  width: number;
  height: number;
  /** A picture: the absolute path of a PNG or JPEG. */
  picture?: string;
  /** A drawing: SVG that has been checked, to be drawn as vectors. */
  drawing?: string;
}

export interface Practice {
  name: string;
  counselor?: string;
  credentials?: string;
  /** Lines such as an address, a phone number, an address on the web. */
  contact: readonly string[];
  logo?: Logo;
  /** A line at the foot of each page. */
  footer?: string;
  /** A line of rights or registration, on the closing. */
  license?: string;
}

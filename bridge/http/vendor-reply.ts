/** An answer of a vendor, before anything is believed about its body. */
export interface VendorReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON value; the text itself where it is not JSON; an empty text where there is none. */
  readonly data: unknown;
}

/** An answer of a vendor, before anything is believed about its body. */
export interface VendorReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON value; the text itself where it is not JSON; an empty text where there is none. */
  readonly data: unknown;
}

export const isSuccess = ({ status }: Pick<VendorReply, 'status'>): boolean => status >= 200 && status < 300;

/** Is the body not JSON, or none? A JSON text counts as none, too: no vendor answers with one. */
export const lacksJson = ({ data }: Pick<VendorReply, 'data'>): boolean => typeof data === 'string';

/** `N/scriptTypes/restlet`: responses with a Content-Type of the script's choice (section_0618021129). */
import { requiredText } from '../script-arguments';
import type { ModuleMembers, RunContext } from '../run-context';

/** What `restlet.createResponse` returned. */
export interface RestletResponse {
  readonly content: string;
  readonly contentType: string;
}

const responses = new WeakSet<object>();

export function createRestletModule({ realm }: RunContext): ModuleMembers {
  return {
    createResponse(options: unknown) {
      const caller = 'restlet.createResponse';
      const response = realm.toScript({
        content: requiredText(options, 'content', caller),
        contentType: requiredText(options, 'contentType', caller),
      });
      if (typeof response === 'object' && response !== null) responses.add(Object.freeze(response));
      return response;
    },
  };
}

/** Tells a response from data that looks like one; holds in the script's realm and for the runner's outcome. */
export function isRestletResponse(value: unknown): value is RestletResponse {
  return typeof value === 'object' && value !== null && responses.has(value);
}

/** The host's copy of a response of the script, which {@link isRestletResponse} knows as well. */
export function copyRestletResponse({ content, contentType }: RestletResponse): RestletResponse {
  const copy = Object.freeze({ content, contentType });
  responses.add(copy);
  return copy;
}

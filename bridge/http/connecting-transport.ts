/** Limits how long a connection may take to come about, and tells whether it did: before, nothing is sent. */
import {
  request as httpRequest,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import { TLSSocket } from 'node:tls';

/** For axios' `transport`: unlike its own, it follows no redirects. */
export interface ConnectingTransport {
  request(options: RequestOptions, onResponse: (response: IncomingMessage) => void): ClientRequest;
  /** From then on something may have been sent. */
  isConnected(): boolean;
  /** Breaks the request off, in whatever state it is. */
  breakOff(): void;
}

const timeoutError = (): Error =>
  Object.assign(new Error('no connection in time'), { code: 'ERR_CONNECT_TIMEOUT' });

const brokenOffError = (): Error => Object.assign(new Error('broken off'), { code: 'ERR_CANCELED' });

/** For one request. */
export const createConnectingTransport = (options: { readonly timeoutMs: number }): ConnectingTransport => {
  let hasConnected = false;
  let isBrokenOff = false;
  let running: ClientRequest | undefined;
  return {
    isConnected: () => hasConnected,
    breakOff: () => {
      isBrokenOff = true;
      running?.destroy(brokenOffError());
    },
    request: (requestOptions, onResponse) => {
      const send = requestOptions.protocol === 'https:' ? httpsRequest : httpRequest;
      const request = send(requestOptions, onResponse);
      const timer = setTimeout(() => request.destroy(timeoutError()), options.timeoutMs);
      const connected = (): void => {
        hasConnected = true;
        clearTimeout(timer);
      };
      request.once('socket', (socket) => {
        const isSecure = socket instanceof TLSSocket;
        if (request.reusedSocket || !(socket.connecting || isSecure)) connected();
        else socket.once(isSecure ? 'secureConnect' : 'connect', connected);
      });
      request.once('close', () => clearTimeout(timer));
      running = request;
      if (isBrokenOff) request.destroy(brokenOffError());
      return request;
    },
  };
};

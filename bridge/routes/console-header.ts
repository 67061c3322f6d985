/** With what the console's page names the CRM that a request of its is about; no other page may send it. */
export const CONSOLE_HEADER = 'x-console-platform';

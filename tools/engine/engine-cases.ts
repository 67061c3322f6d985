/** All calls that the engine must answer as the sandbox's vm does. */
import { diagnosticsCases } from './diagnostics-cases';
import { eventCases } from './event-cases';
import { formatCases } from './format-cases';
import { peopleCases } from './people-cases';
import { requestCases } from './request-cases';
import { textCases } from './text-cases';
import { zoneCases } from './zone-cases';

export const engineCases = [
  ...formatCases,
  ...zoneCases,
  ...eventCases,
  ...textCases,
  ...requestCases,
  ...peopleCases,
  ...diagnosticsCases,
];

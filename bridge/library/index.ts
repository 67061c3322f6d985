/** What another server imports: `connectors` for its registry, and the middleware that makes the client's requests fit. */
import { createAppConnectConnectors } from './create-app-connect-connectors';
import { environmentOptions } from './environment-options';

/** Ready to use, with the base URLs of the environment where there are any (docs/operations.md). */
export const connectors = createAppConnectConnectors(environmentOptions(process.env));

export { acceptClientBodies, type ClientBodiesMiddleware } from './accept-client-bodies';
export type {
  AppConnectAppointmentCall,
  AppConnectCall,
  AppConnectChangeCall,
  AppConnectConnector,
  AppConnectContacts,
  AppConnectCreateCall,
  AppConnectFailure,
  AppConnectRecord,
  AppConnectUser,
} from './app-connect-connector';
export {
  createAppConnectConnectors,
  type AppConnectConnectors,
  type AppConnectConnectorsOptions,
} from './create-app-connect-connectors';
export type { Appointment, Attendee, Contact } from '../../src/contract/appointment.schema';
export type { FailureCode } from '../../src/contract/failure';

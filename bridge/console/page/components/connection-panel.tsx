/** Who is signed in at the CRM, or the way to sign in. */
import { useState } from 'preact/hooks';
import type { Platform } from '../../../../src/contract/operations';
import type { ConsolePlatform } from '../api/console-platform';
import { FormField } from './form-field';
import { keepFocusAt } from './keep-focus-at';
import { ZoneNote } from './page-header';
import { useActions, useConsole } from './use-console';

/** What a real CRM has to be told before it can be asked; the local ones are where the bridge knows. */
const placeFields = {
  netsuite: { key: 'hostname', label: 'Address of your NetSuite', hint: 'Like 1234567.app.netsuite.com' },
  bullhorn: {
    key: 'username',
    label: 'Your Bullhorn user name',
    hint: 'It says in which data centre you are.',
  },
  clio: { key: 'hostname', label: 'Address of your Clio', hint: 'Like app.clio.com' },
} as const satisfies Record<Platform, { key: 'hostname' | 'username'; label: string; hint: string }>;

const ConnectForm = ({ platform }: { readonly platform: ConsolePlatform }) => {
  const isLive = useConsole((state) => state.setup?.mode !== 'sandbox');
  const [place, setPlace] = useState('');
  const actions = useActions();
  const { key, label, hint } = placeFields[platform.platform];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void actions.connect(place.trim() === '' ? {} : { [key]: place.trim() });
      }}
    >
      {isLive ? (
        <FormField id="connect-place" label={label} hint={hint}>
          {(field) => (
            <input
              {...field}
              type="text"
              autocomplete="off"
              value={place}
              onInput={(event) => {
                setPlace(event.currentTarget.value);
              }}
            />
          )}
        </FormField>
      ) : null}
      <button type="submit" class="button primary">
        Connect to {platform.name}
      </button>
    </form>
  );
};

export const ConnectPanel = ({ platform }: { readonly platform: ConsolePlatform }) => {
  return (
    <section class="card connect" aria-label={`Connect to ${platform.name}`}>
      <h2 tabIndex={-1} id="view-heading">
        {platform.name} is not connected
      </h2>
      {platform.canConnect ? (
        <>
          <p>Sign in at {platform.name} and allow access to your calendar. You come back here.</p>
          <ConnectForm key={platform.platform} platform={platform} />
        </>
      ) : (
        <p>
          This bridge has no client id for {platform.name} yet. An administrator sets it; the settings are in
          docs/operations.md.
        </p>
      )}
    </section>
  );
};

export const ConnectedUser = ({ platform }: { readonly platform: ConsolePlatform }) => {
  const actions = useActions();
  const { name = '', hostname = '' } = platform.user ?? {};
  const disconnect = (): void => {
    void actions.disconnect().then(() => {
      keepFocusAt('view-heading');
    });
  };
  return (
    <div class="connected">
      <p title={hostname}>
        Connected{name === '' ? '' : ' as '}
        {name === '' ? null : <strong>{name}</strong>}
        {hostname === '' ? null : <span class="hint at-host"> at {hostname}</span>}
      </p>
      <ZoneNote />
      <button type="button" class="button quiet" onClick={disconnect}>
        Disconnect
      </button>
    </div>
  );
};

/** The requests of the App Connect 2.x client, with exactly the bodies it sends (app-connect.md §1.5). */

export interface ClientAppointment {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly participantName: string;
  readonly startTimeUtc: string;
  readonly durationMinutes: number;
  readonly status: string;
  readonly attendees: readonly { readonly id: string; readonly name: string; readonly type: string }[];
}

export interface ClientAnswer {
  readonly successful: boolean;
  readonly appointmentId?: string;
  readonly appointment?: ClientAppointment;
  readonly appointments?: readonly ClientAppointment[];
  readonly contact?: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly email: string;
  }[];
  readonly errorCode?: string;
  readonly returnMessage?: { readonly message: string };
}

interface Contact {
  readonly id: string;
  readonly type: string;
  readonly name: string;
}

export const createAppConnectClient = (serverUrl: string, jwt: string) => {
  const call = async (method: string, path: string, body?: unknown): Promise<ClientAnswer> => {
    const response = await fetch(`${serverUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${jwt}`,
        'rc-extension-id': '101',
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? null) }),
    });
    const answer: ClientAnswer = JSON.parse(await response.text());
    return answer;
  };
  return {
    list: (range: 'upcoming' | 'past') =>
      call('GET', `/appointments?range=${range}&mineOnly=false&forceSync=true`),
    search: (name: string) => call('GET', `/custom/contact/search?name=${encodeURIComponent(name)}`),
    create: (form: {
      contacts: readonly Contact[];
      title: string;
      summary: string;
      startTimeUtc: string;
      durationMinutes: number;
    }) =>
      call('POST', '/appointments', {
        participantName: form.contacts.map(({ name }) => name).join(', '),
        contactId: '',
        contactType: '',
        contacts: form.contacts.map((contact) => ({
          ...contact,
          email: 'a@example.com',
          emailChecked: true,
        })),
        summary: form.summary,
        startTimeUtc: form.startTimeUtc,
        durationMinutes: form.durationMinutes,
        status: 'scheduled',
        title: form.title,
      }),
    /** The edit form: everything it was shown, and what was changed. */
    edit: (
      shown: ClientAppointment,
      changes: Partial<{
        title: string;
        startTime: string;
        durationMinutes: number;
        contacts: readonly Contact[];
      }>,
    ) => {
      const contacts = changes.contacts ?? shown.attendees.map(({ id, name, type }) => ({ id, type, name }));
      return call('PATCH', `/appointments/${shown.id}`, {
        participantName: shown.participantName,
        summary: shown.description,
        startTime: changes.startTime ?? shown.startTimeUtc,
        durationMinutes: changes.durationMinutes ?? shown.durationMinutes,
        contactId: contacts[0]?.id ?? '',
        contactType: contacts[0]?.type ?? '',
        contacts,
        attendees: contacts,
        attendeeIds: contacts.map(({ id }) => id),
        title: changes.title ?? shown.title,
      });
    },
    refresh: (id: string) => call('GET', `/appointments/${id}/refresh`),
    confirm: (id: string) => call('POST', `/appointments/${id}/confirm`),
    cancel: (id: string) => call('POST', `/appointments/${id}/cancel`),
    status: (id: string, status: string) => call('POST', `/appointments/${id}/status`, { status }),
  };
};

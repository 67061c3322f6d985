import { explainClioReply } from '../../../../bridge/adapters/clio/explain';

const explain = (status: number, error: unknown, rest: object = {}) =>
  explainClioReply({ status, headers: {}, data: { error, ...rest } });

describe('an error of Clio', () => {
  it.each([
    ["summary can't be blank", "Clio refused this: summary can't be blank."],
    ['end_at must be after start_at', 'Clio refused this: end_at must be after start_at.'],
    [
      'Summary is too long (maximum is 255 characters).',
      'Clio refused this: Summary is too long (maximum is 255 characters).',
    ],
  ])('is quoted where it is Clio’s own sentence about a field: %s', (message, quoted) => {
    expect(explain(422, { type: 'ArgumentError', message })).toEqual({
      upstreamCode: 'ArgumentError',
      message: quoted,
    });
  });

  it.each([
    'Invalid argument: {"summary":"Divorce of Jane Roe"}',
    'summary Jane Roe is invalid',
    'attendees 501 (Jane Roe) is invalid',
  ])('is not quoted where it may repeat what was sent: %s', (message) => {
    expect(explain(422, { type: 'ArgumentError', message })?.message).toBeUndefined();
  });

  it('is not quoted where the status says more', () => {
    expect(explain(403, { type: 'Forbidden', message: 'summary is invalid' })?.message).toBeUndefined();
  });

  it('is our own fault where our fields are refused', () => {
    expect(explain(400, { type: 'InvalidFields', message: 'x' })?.code).toBe('upstream_invalid');
  });

  it('is named only by what can be a name', () => {
    expect(explain(422, { type: 'Jane Roe, 555-0100', message: '' })?.upstreamCode).toBeUndefined();
  });

  it.each(['<html>', '', { error: 'invalid_token' }, { errors: [] }])('is none of ours in %j', (data) => {
    expect(explainClioReply({ status: 401, headers: {}, data })).toBeUndefined();
  });
});

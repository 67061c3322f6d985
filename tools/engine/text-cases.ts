/** Messages in HTML, and titles, places and names in any script: read, and searched for. */
import { account, american, at, event, lasting, person, user } from '../netsuite-account';
import type { EngineCase } from './engine-case';

const messages = [
  '<p>Hello&nbsp;<b>Ann</b>,</p>\r\n<p>see <a href="https://example.com/?a=1&amp;b=2">the plan</a></p>',
  'Line one<br>Line two<br/>\nLine three<BR />',
  '<ul><li>One</li><li class="x y">Two</li></ul><hr><h2 style=\'color:red\'>Three</h2>',
  '<style>p { color: red }</style><script>if (a < b) { c() }</script><!-- gone -->shown',
  'if x < 5 and y > 3, then <z> & "quotes"',
  '&lt;b&gt; stays &amp;amp; so does &notanentity; and &#0; &#1114112;',
  '&eacute;&Uuml;&ccedil;&aring;&ntilde; &szlig; &euro; &ndash; &hellip;',
  '&#128222; &#x1F4C5; &#xD83D; &#X41;',
  'tabs\t\tand   blanks \u00a0\n \n\n\n\nand many lines',
  '<div><p></p><span\nclass="a"\ndata-b=c>split</span></div >',
  '<o:p>Word</o:p><font face="Arial">fonts</font><img src=x onerror=alert(1)>',
  '<TABLE><TR><TD>İstanbul</TD><td>ǅ ſ K</td></TR></TABLE>',
] as const;

const titles = [
  'Übergabe – Müller & Söhne',
  '東京オフィスでの会議',
  'اجتماع مع العميل',
  'פגישה עם לקוח',
  'Встреча с клиентом',
  'ग्राहक के साथ बैठक',
  '👩‍👩‍👧 family 🇺🇸 day',
  'İstanbul toplantısı ı',
  'a\u0301 combining, \u202eright to left\u202c and \u2028 a separator',
  'half a pair \ud83d and a null \u0000 inside',
] as const;

const searches = ['müller söhne', '東京', 'клиентом встреча', 'עם', "re%v_iew') or (1=1", '👩‍👩‍👧', 'istanbul'];

const nowMs = at('2026-07-20 12:00');
const HOUR_MS = 3_600_000;

const texts = account({
  users: [user('11', american)],
  people: titles.map((name, index) => person(String(500 + index), 'contact', name)),
  events: [
    ...messages.map((message, index) =>
      event(String(100 + index), lasting(nowMs + index * HOUR_MS, 30), { message }),
    ),
    ...titles.map((title, index) =>
      event(String(200 + index), lasting(nowMs - index * HOUR_MS, 30), {
        title,
        location: title,
        attendees: [{ personId: String(500 + index), response: 'ACCEPTED', attendance: 'REQUIRED' }],
      }),
    ),
  ],
});

const listing = (name: string, input: EngineCase['input']): EngineCase => ({
  name,
  restlet: 'calendarEvents',
  account: texts,
  employeeId: '11',
  nowMs,
  input,
});

export const textCases: readonly EngineCase[] = [
  ...messages.map((_, index) => listing(`reads message ${index}`, { id: String(100 + index) })),
  ...titles.map((_, index) => listing(`reads title ${index}`, { id: String(200 + index) })),
  ...searches.map((q) => listing(`finds ${q}`, { q })),
];

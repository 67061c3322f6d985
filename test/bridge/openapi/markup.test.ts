import { markup, prose } from '../../../bridge/openapi/markup';

describe('HTML made of texts', () => {
  it('lets no text become markup', () => {
    const text = `<script>alert("it's & on")</script>`;
    expect(markup`<p title="${text}">${text}</p>`.html).not.toMatch(/<script|"it's/);
    expect(prose(text).html).not.toContain('<script');
  });

  it('keeps what was made as HTML, also in lists', () => {
    const items = ['a', '<b>'].map((one) => markup`<li>${one}</li>`);
    expect(markup`<ul>${items}</ul>`.html).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>');
  });

  it('marks code between backticks', () => {
    expect(prose('Send `{"a": 1}` now.').html).toBe('Send <code>{&quot;a&quot;: 1}</code> now.');
  });
});

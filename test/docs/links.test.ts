/** README and docs: every relative link leads somewhere, to its heading too. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');

const documents = [
  'README.md',
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join('docs', file)),
];

const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const withoutCode = (text: string): string =>
  text.replaceAll(/^```.*?^```/gms, '').replaceAll(/`[^`\n]*`/g, '');

/** As GitHub makes anchors of headings: small letters, hyphens for blanks, no other signs; what comes twice is numbered. */
const anchorsOf = (text: string): readonly string[] => {
  const counts = new Map<string, number>();
  const headings = text.replaceAll(/^```.*?^```/gms, '').matchAll(/^#+ +(.*?) *$/gm);
  return [...headings].map(([, heading = '']) => {
    const anchor = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
      .replaceAll(' ', '-');
    const count = counts.get(anchor) ?? 0;
    counts.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  });
};

interface Link {
  readonly from: string;
  readonly to: string;
}

/** Inline links, images and definitions of references; not those that name a host. */
const linksOf = (from: string): readonly Link[] =>
  [
    ...withoutCode(textOf(from)).matchAll(
      /\]\(<?([^)\s>]+)[^)]*\)|^\[[^\]]+\]: +(\S+)|(?:href|src)="([^"]+)"/gm,
    ),
  ]
    .map(([, inline, defined, attribute]) => inline ?? defined ?? attribute ?? '')
    .filter((to) => !/^[a-z]+:/.test(to))
    .map((to) => ({ from, to }));

const targetOf = ({ from, to }: Link): string => {
  const [file = ''] = to.split('#');
  return file === '' ? from : path.join(path.dirname(from), decodeURI(file));
};

const problemOf = (link: Link): string | undefined => {
  const { from, to } = link;
  const target = targetOf(link);
  const [, anchor] = to.split('#');
  if (!existsSync(path.join(root, target))) return `${from}: there is no ${target}`;
  if (anchor === undefined || !target.endsWith('.md')) return undefined;
  return anchorsOf(textOf(target)).includes(anchor)
    ? undefined
    : `${from}: ${target} has no heading #${anchor}`;
};

describe('README and docs', () => {
  it('lead somewhere with every relative link, and to a heading that is there', () => {
    const links = documents.flatMap(linksOf);
    expect(links.length).toBeGreaterThan(documents.length);
    expect(links.flatMap((link) => problemOf(link) ?? [])).toEqual([]);
  });

  it('name only commands that exist', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(textOf('package.json'));
    const unknown = documents.flatMap((file) =>
      [...textOf(file).matchAll(/npm run ([\w:]+)/g)].flatMap(([, command = '']) =>
        command in scripts ? [] : `${file}: npm run ${command}`,
      ),
    );
    expect(unknown).toEqual([]);
  });

  it('are found from README, each of them, by its links and those of what they lead to', () => {
    const found = new Set(['README.md']);
    for (const file of found) {
      for (const target of linksOf(file).map(targetOf)) {
        for (const one of documents) if (one === target || path.dirname(one) === target) found.add(one);
      }
    }
    expect(documents.filter((file) => !found.has(file))).toEqual([]);
  });
});

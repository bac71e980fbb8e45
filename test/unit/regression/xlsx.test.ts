import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readResults } from '../../../src/regression/index.ts';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

interface Book {
  readonly sheet?: string;
  readonly strings?: string;
  readonly workbook?: string;
  readonly relations?: string;
  readonly part?: string;
}

function book({
  sheet = '',
  strings,
  workbook,
  relations,
  part = 'xl/worksheets/sheet1.xml',
}: Book): Uint8Array {
  const files: Record<string, string> = {
    'xl/workbook.xml':
      workbook ??
      `<?xml version="1.0"?><workbook ${main}><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      relations ??
      '<Relationships><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    [part]: `<worksheet ${main}><sheetData>${sheet}</sheetData></worksheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst ${main}>${strings}</sst>` }),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

function read(bytes: Uint8Array, path = 'model_MMBench.xlsx') {
  const { samples, findings } = readResults([{ path, bytes }]);
  return { rows: [...samples.values()], problems: findings.map(({ message }) => message), findings };
}

const inline = (...texts: string[]): string =>
  `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
const header = inline('index', 'answer', 'prediction');

describe('a workbook', () => {
  it('as Excel writes it: shared and rich texts, gaps, numbers, truth values, errors', () => {
    const texts = ['index', 'answer', 'prediction', 'hit', 'score', 'A', 'B'].map(
      (t) => `<si><t>${t}</t></si>`,
    );
    const rich =
      '<si><r><t>C &amp; </t></r><r><rPr/><t xml:space="preserve">D&#10;_x0041_</t></r><rPh><t>no</t></rPh></si>';
    const cell = (ref: string, type: string, value: string): string =>
      `<c r="${ref}" t="${type}"><v>${value}</v></c>`;
    const { rows, problems } = read(
      book({
        strings: [...texts, rich].join(''),
        sheet: `<row r="1">${[0, 1, 2, 3, 4].map((i) => cell(`${'ABCDE'.charAt(i)}1`, 's', String(i))).join('')}</row>
          <row r="2"><c r="A2"><v>17</v></c>${cell('B2', 's', '5')}${cell('C2', 's', '7')}${cell('D2', 'b', '1')}<c r="E2"><f>1/4</f><v>0.25</v></c></row>
          <row r="4"><c r="A4"><v>18</v></c>${cell('B4', 's', '6')}${cell('D4', 'b', '0')}${cell('E4', 'e', '#DIV/0!')}</row>`,
      }),
    );
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      {
        id: '17',
        target: 'A',
        prediction: 'C & D\nA',
        line: 2,
        scores: new Map([
          ['hit', 1],
          ['score', 0.25],
        ]),
      },
      {
        id: '18',
        target: 'B',
        prediction: '',
        line: 4,
        scores: new Map([
          ['hit', 0],
          ['score', NaN],
        ]),
      },
    ]);
  });

  it('with texts in the cells, prefixes and CDATA', () => {
    const { rows } = read(
      book({
        sheet: `${header}<x:row><x:c><x:v>1</x:v></x:c><x:c t="str"><x:f>UPPER("a")</x:f><x:v><![CDATA[<A>]]></x:v></x:c><x:c t='str'><x:v>=2>1</x:v></x:c></x:row>`,
      }),
    );
    expect(rows).toMatchObject([{ id: '1', target: '<A>', prediction: '=2>1' }]);
  });

  it('takes the sheet that stands first, wherever its part is', () => {
    const { rows } = read(
      book({
        workbook: '<workbook><sheets><sheet r:id="rId7"/><sheet r:id="rId1"/></sheets></workbook>',
        relations:
          '<Relationships><Relationship Id="rId1" Target="worksheets/other.xml"/><Relationship Id="rId7" Target="/xl/first.xml"/></Relationships>',
        part: 'xl/first.xml',
        sheet: header + inline('1', 'A', 'B'),
      }),
    );
    expect(rows).toHaveLength(1);
  });

  it.each<[string, Uint8Array, RegExp]>([
    [
      'no zip, as one with a password',
      strToU8('\u00d0\u00cf\u0011\u00e0'),
      /not a whole zip archive|protected/,
    ],
    ['cut', book({ sheet: header }).slice(0, 300), /not a whole zip archive/],
    ['without its sheet', book({ part: 'xl/elsewhere.xml' }), /sheet xl\/worksheets\/sheet1\.xml is missing/],
    ['with entities', book({ sheet: '<!DOCTYPE a [<!ENTITY b "c">]>' }), /declares a document type/],
    [
      'with entities among its texts',
      book({ sheet: header, strings: '<!ENTITY b "c">' }),
      /declares a document type/,
    ],
    [
      'cut within its sheet',
      book({ sheet: `${header}<row` }).slice(),
      /ends within a tag|contains no results/,
    ],
    ['too wide', book({ sheet: `<row><c r="XFD1" t="str"><v>a</v></c></row>` }), /more than 512 columns/],
    ['too long', book({ sheet: `<row r="9999999"><c t="str"><v>a</v></c></row>` }), /more than 1048576 rows/],
    [
      'with a text that is not there',
      book({ sheet: `${header}<row><c t="s"><v>9</v></c></row>` }),
      /refers to a text that it does not hold/,
    ],
  ])('%s is refused, with the reason', (_, bytes, reason) => {
    const { rows, problems } = read(bytes);
    expect(rows).toEqual([]);
    expect(problems[0]).toMatch(reason);
  });

  it('bombs are not unpacked: what it says it holds is more than any evaluation has', () => {
    const bytes = book({ sheet: header });
    // The central directory's size of each part: 4 GiB less one.
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at + 46 < bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xfffffff0, true);
    expect(read(bytes).problems[0]).toMatch(/would expand to 8192 MiB, more than the 256 MiB that are read/);
  });
});

describe('what is not read is named by its kind, with the way out', () => {
  it.each([
    ['a.pkl', /pickle/, /runs code when it is read/],
    ['A.ARROW', /binary table/, /read_feather/],
    ['a.xls', /spreadsheet/, /\.xlsx or CSV/],
    ['a.jsonl.gz', /packed/, /Unpack/],
  ])('%s', (path, message, help) => {
    const [finding] = read(strToU8('x'), path).findings;
    expect(finding?.message).toMatch(message);
    expect(finding?.help).toMatch(help);
  });
});

describe('a workbook that is more than it seems', () => {
  /** The directory says a tenth of what its parts hold. */
  function lying(bytes: Uint8Array): Uint8Array {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at + 46 < bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50)
        view.setUint32(at + 24, Math.floor(view.getUint32(at + 24, true) / 10), true);
    return bytes;
  }

  it.each<[string, Uint8Array, RegExp]>([
    [
      'contains more than it says',
      lying(book({ sheet: inline('a').repeat(9000) })),
      /more than its directory/,
    ],
    ['has too many rows', book({ sheet: '<row/>'.repeat(1_048_577) }), /more than 1048576 rows/],
    [
      'has too many cells',
      book({ sheet: '<row><c r="SR1" t="str"><v>a</v></c></row>'.repeat(20_000) }),
      /more than 10000000 cells/,
    ],
    ['has too many texts', book({ strings: '<si/>'.repeat(2_000_001) }), /more than 2000000 texts/],
  ])('one that %s is refused', (_, bytes, reason) => {
    expect(read(bytes).problems.join('\n')).toMatch(reason);
  });

  it('is not looked at any further once there are too many rows', () => {
    const { problems } = read(book({ sheet: `${'<row/>'.repeat(1_048_577)}<!DOCTYPE a>` }));
    expect(problems[0]).toMatch(/more than 1048576 rows/);
  });
});

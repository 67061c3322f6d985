/** Compares text, select, number and checkbox fields. Text is compared without regard to case. */
import { textOf } from '../script-arguments';
import { operatorFault, valueFault } from './filter-term-fault';
import type { FilterField, InstantField, RowPredicate } from './filter-field';
import type { FilterTerm } from './search-filter';

type ValueField<Row> = Exclude<FilterField<Row>, InstantField<Row>>;

/** The value of select filters that stands for "nothing selected". */
const noneOption = '@NONE@';

export function compileValuePredicate<Row>(field: ValueField<Row>, term: FilterTerm): RowPredicate<Row> {
  switch (field.kind) {
    case 'text': {
      const matches = textComparison(term);
      return (row) => matches(field.read(row).toLowerCase());
    }
    case 'select': {
      const matches = selectComparison(term);
      return (row) => matches(field.read(row));
    }
    case 'number': {
      const matches = numberComparison(term);
      return (row) => {
        const value = field.read(row);
        return value !== undefined && matches(value);
      };
    }
    case 'checkbox': {
      const wanted = checkboxValue(term);
      return (row) => field.read(row) === wanted;
    }
  }
}

type TextComparison = (text: string, wanted: string) => boolean;

const textComparisons: Readonly<Record<string, TextComparison>> = {
  is: (text, wanted) => text === wanted,
  isnot: (text, wanted) => text !== wanted,
  contains: (text, wanted) => text.includes(wanted),
  doesnotcontain: (text, wanted) => !text.includes(wanted),
  startswith: (text, wanted) => text.startsWith(wanted),
  doesnotstartwith: (text, wanted) => !text.startsWith(wanted),
  haskeywords: hasKeywords,
  keywords: hasKeywords,
};

function hasKeywords(text: string, wanted: string): boolean {
  return wanted.split(/\s+/).every((word) => text.includes(word));
}

function textComparison(term: FilterTerm): (lowerCaseText: string) => boolean {
  if (term.operator === 'isempty') return (text) => text === '';
  if (term.operator === 'isnotempty') return (text) => text !== '';
  const comparison = textComparisons[term.operator];
  if (comparison === undefined) throw operatorFault(term, 'text');
  const [value, ...others] = term.values;
  if (value === undefined || others.length > 0) throw valueFault(term, 'needs one text.');
  const wanted = textOf(value, term.name).toLowerCase();
  return (text) => comparison(text, wanted);
}

function selectComparison(term: FilterTerm): (id: string) => boolean {
  if (term.operator !== 'anyof' && term.operator !== 'noneof') throw operatorFault(term, 'select');
  if (term.values.length === 0) throw valueFault(term, 'needs at least one internal id.');
  const wanted = new Set(term.values.map((value) => textOf(value, term.name)));
  if (wanted.delete(noneOption)) wanted.add('');
  return term.operator === 'anyof' ? (id) => wanted.has(id) : (id) => !wanted.has(id);
}

type NumberComparison = (value: number, first: number, last: number) => boolean;

const numberComparisons: Readonly<Record<string, NumberComparison>> = {
  equalto: (value, first) => value === first,
  greaterthan: (value, first) => value > first,
  greaterthanorequalto: (value, first) => value >= first,
  lessthan: (value, first) => value < first,
  lessthanorequalto: (value, first) => value <= first,
  between: (value, first, last) => value >= first && value <= last,
};

function numberComparison(term: FilterTerm): (value: number) => boolean {
  const isNegated = term.operator.startsWith('not');
  const comparison = numberComparisons[isNegated ? term.operator.slice('not'.length) : term.operator];
  if (comparison === undefined) throw operatorFault(term, 'number');
  const [first, last = first] = term.values.map(Number);
  if (first === undefined || last === undefined || Number.isNaN(first + last)) {
    throw valueFault(term, 'needs numbers.');
  }
  return (value) => comparison(value, first, last) !== isNegated;
}

function checkboxValue(term: FilterTerm): boolean {
  if (term.operator !== 'is' && term.operator !== 'isnot') throw operatorFault(term, 'checkbox');
  const [value] = term.values;
  const isChecked = value === true || value === 'T';
  if (!isChecked && value !== false && value !== 'F') throw valueFault(term, 'needs T or F.');
  return isChecked === (term.operator === 'is');
}

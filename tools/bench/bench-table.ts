/** The figures as a person reads them: a line for each measurement, and whether it keeps to its bounds. */
import { boundText, holds, type Measurement } from './measurement';

const figureText = (value: number): string => {
  if (Number.isNaN(value)) return 'not measured';
  if (Number.isInteger(value) || Math.abs(value) >= 1000) return String(Math.round(value));
  return value.toPrecision(3);
};

const verdictOf = (measurement: Measurement): string => {
  const { bounds } = measurement;
  if (bounds.length === 0) return '';
  const missed = bounds.filter((bound) => !holds(bound, measurement));
  return missed.length === 0 ? 'holds' : `MISSES ${missed.map(boundText).join(', ')}`;
};

const line = (measurement: Measurement): string => {
  const figures = Object.entries(measurement.figures).map(([name, value]) => `${name} ${figureText(value)}`);
  const { part, subject } = measurement;
  return `${part.padEnd(8)} ${subject.padEnd(44)} ${figures.join(', ')}  ${verdictOf(measurement)}`.trimEnd();
};

export const benchTable = (measurements: readonly Measurement[]): string => measurements.map(line).join('\n');

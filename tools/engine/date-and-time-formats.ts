/** Every DATEFORMAT and TIMEFORMAT that a NetSuite user can choose under Home > Set Preferences. */

export const dateFormats = [
  'M/D/YYYY',
  'D/M/YYYY',
  'D-Mon-YYYY',
  'D.M.YYYY',
  'D-MONTH-YYYY',
  'D MONTH, YYYY',
  'YYYY/M/D',
  'YYYY-M-D',
  'MM/DD/YYYY',
  'DD/MM/YYYY',
  'DD-Mon-YYYY',
  'DD.MM.YYYY',
  'DD-MONTH-YYYY',
  'DD MONTH, YYYY',
  'YYYY/MM/DD',
  'YYYY-MM-DD',
] as const;

export const timeFormats = ['h:mm a', 'H:mm', 'h-mm a', 'H-mm'] as const;

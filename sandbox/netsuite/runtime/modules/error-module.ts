/** `N/error`: creates the errors whose `name` a RESTlet's caller gets as `error.code`. */
import { memberOf, optionalText } from '../script-arguments';
import type { ModuleMembers, RunContext } from '../run-context';

/** The constants of `error.Type` that a calendar script has a use for; the real enum has some 260. */
const errorTypes = [
  'INVALID_DATE_VALUE_MUST_BE_1',
  'INVALID_PAGE_RANGE',
  'INVALID_RCRD_TYPE',
  'INVALID_SEARCH_OPERATOR',
  'INVALID_SEARCH_TYPE',
  'MISSING_MANDATORY_FIELDS',
  'SSS_INVALID_API_USAGE',
  'SSS_INVALID_FORMAT_TYPE',
  'SSS_INVALID_SEARCH_RESULT_INDEX',
  'SSS_INVALID_SRCH_OPERATOR',
  'SSS_INVALID_TYPE_ARG',
  'SSS_MISSING_REQD_ARGUMENT',
  'SSS_RECORD_TYPE_MISMATCH',
  'SSS_SEARCH_FOR_EACH_LIMIT_EXCEEDED',
  'SSS_SEARCH_RESULT_LIMIT_EXCEEDED',
  'THAT_RECORD_IS_NOT_EDITABLE',
] as const;

export function createErrorModule({ realm }: RunContext): ModuleMembers {
  return {
    create(options: unknown) {
      const message = memberOf(options, 'message');
      return realm.errors.create({
        name: optionalText(options, 'name') || 'UNEXPECTED_ERROR',
        message: String(memberOf(message, 'message') ?? message ?? ''),
        cause: memberOf(options, 'cause'),
        notifyOff: memberOf(options, 'notifyOff') === true,
      });
    },
    Type: {
      ...Object.fromEntries(errorTypes.map((name) => [name, name])),
      MISSING_REQD_ARGUMENT: 'SSS_MISSING_REQD_ARGUMENT',
    },
  };
}

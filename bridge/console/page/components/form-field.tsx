/** A field of the form: its label, its hint, and what is wrong with it, all of which a screen reader reads with it. */
import type { ComponentChildren } from 'preact';

interface FieldAttributes {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface FormFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly issue?: string | undefined;
  /** @param attributes of the control that the field is about */
  readonly children: (attributes: FieldAttributes) => ComponentChildren;
}

export const FormField = ({ id, label, hint, issue, children }: FormFieldProps) => {
  const described = [hint ? `${id}-hint` : '', issue ? `${id}-issue` : ''].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-invalid': issue !== undefined, 'aria-describedby': described || undefined })}
      {hint ? (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      ) : null}
      {issue ? (
        <p id={`${id}-issue`} class="issue">
          <span aria-hidden="true">▲ </span>
          {issue}
        </p>
      ) : null}
    </div>
  );
};

/** A modal dialog that the browser itself makes one: it keeps the focus, closes on Escape, and gives the focus back. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Where the focus goes when what opened the dialog is no longer there. */
  readonly fallbackFocusId: string;
  readonly children: ComponentChildren;
}

export const Dialog = ({ title, onClose, fallbackFocusId, children }: DialogProps) => {
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = element.current;
    const opener = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      // After the page is drawn anew: the button that opened the dialog may be gone by then.
      setTimeout(() => {
        if (document.querySelector('dialog[open]')) return;
        const canReturn = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
        const target = canReturn ? opener : document.getElementById(fallbackFocusId);
        (target ?? document.getElementById('page-heading'))?.focus();
      });
    };
  }, []);
  return (
    <dialog
      ref={element}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="dialog-head">
        <h2 id="dialog-title">{title}</h2>
        <button type="button" class="button quiet" aria-label="Close" onClick={onClose}>
          ✕
        </button>
      </div>
      {children}
    </dialog>
  );
};

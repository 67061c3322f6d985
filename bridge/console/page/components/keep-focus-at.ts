/** Keeps the keyboard where something was done, when the button that did it goes with it. */

/** @param elementId what takes the focus where it would be lost, once the page is drawn anew */
export const keepFocusAt = (elementId: string): void => {
  setTimeout(() => {
    if (document.activeElement === document.body) document.getElementById(elementId)?.focus();
  });
};

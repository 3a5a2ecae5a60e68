/* Kindness for forms; all of them work without it: one sending per tap, room left in a text, unsent text kept, photos looked at. */
(() => {
  "use strict";
  const words = document.currentScript.dataset;
  const forms = [...document.querySelectorAll('form[method="post"]')];
  const keyOf = (form) => `typed:${new URL(form.action, location.href).pathname}`;

  /* One sending per tap. The button comes back if the person returns to the page. */
  const release = (form) => {
    delete form.dataset.sending;
    form.querySelectorAll("[data-was]").forEach((button) => {
      button.textContent = button.dataset.was;
      delete button.dataset.was;
    });
  };
  for (const form of forms) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sending) return event.preventDefault();
      form.dataset.sending = "1";
      const button = event.submitter;
      if (button?.classList.contains("btn")) {
        button.dataset.was = button.textContent;
        button.textContent = words.sending;
      }
      mark(form);
    });
    form.addEventListener("htmx:afterRequest", () => release(form));
  }
  addEventListener("pageshow", () => forms.forEach(release));

  /* Text kept in this tab until it was sent: sent is what leads to a page without the same form. */
  const read = (key) => {
    try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; }
  };
  const write = (key, kept) => {
    try { kept ? sessionStorage.setItem(key, JSON.stringify(kept)) : sessionStorage.removeItem(key); } catch { /* full or forbidden */ }
  };
  const mark = (form) => {
    const kept = read(keyOf(form));
    if (kept) write(keyOf(form), { ...kept, sent: true });
  };
  const keep = (form, area) => {
    const texts = read(keyOf(form))?.texts ?? {};
    texts[area.name] = area.value;
    write(keyOf(form), { texts });
  };
  const restore = (form) => {
    const kept = read(keyOf(form));
    for (const area of form.querySelectorAll("textarea[name]:not([readonly])")) {
      const text = kept?.texts?.[area.name];
      if (text && !area.value) {
        area.value = text;
        const told = document.createElement("p");
        told.className = "field__hint";
        told.setAttribute("role", "status");
        told.textContent = words.restored;
        area.before(told);
      }
      area.addEventListener("input", () => keep(form, area));
    }
    if (kept) write(keyOf(form), { texts: kept.texts });
  };
  const here = new Set(forms.map(keyOf));
  const failed = document.querySelector("[data-not-sent]");
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith("typed:") && !here.has(key) && !failed && read(key)?.sent) write(key, null);
  }
  forms.forEach(restore);

  /* Room left, counted in characters as people count them. */
  for (const area of document.querySelectorAll("textarea[data-most]")) {
    const line = document.getElementById(`${area.id}_count`);
    const count = () => {
      const left = Number(area.dataset.most) - [...area.value.trim()].length;
      line.textContent = (left < 0 ? words.over : words.left).replace("{n}", Math.abs(left));
      line.toggleAttribute("data-over", left < 0);
    };
    area.addEventListener("input", count);
    if (area.value) count();
  }

  /* Photos chosen, drawn small on a canvas, with their size; data-most-bytes on the control bounds one file. */
  const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`);
  const preview = async (file, most) => {
    const item = document.createElement("li");
    const over = most && file.size > most;
    if (file.type.startsWith("image/") && window.createImageBitmap) {
      try {
        const bitmap = await createImageBitmap(file);
        const canvas = Object.assign(document.createElement("canvas"), { width: 224, height: 168 });
        const scale = Math.max(224 / bitmap.width, 168 / bitmap.height);
        const [w, h] = [bitmap.width * scale, bitmap.height * scale];
        canvas.getContext("2d").drawImage(bitmap, (224 - w) / 2, (168 - h) / 2, w, h);
        item.append(canvas);
      } catch { /* no picture: its name and size still show */ }
    }
    const told = document.createElement("span");
    told.textContent = `${file.name} · ${size(file.size)}${over ? ` ${words.big}` : ""}`;
    told.toggleAttribute("data-over", Boolean(over));
    item.append(told);
    return item;
  };
  for (const control of document.querySelectorAll('input[type="file"]')) {
    const list = document.createElement("ul");
    list.className = "previews";
    list.setAttribute("aria-live", "polite");
    control.after(list);
    control.addEventListener("change", async () => {
      const most = Number(control.dataset.mostBytes);
      list.replaceChildren(...(await Promise.all([...control.files].map((file) => preview(file, most)))));
    });
  }

  const summary = document.querySelector("[data-error-summary]");
  if (summary) summary.focus();
})();

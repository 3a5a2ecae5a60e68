/* Kindness for forms; all of them work without it: unsent text kept, one sending per tap, room left in a text, photos looked at. */
(() => {
  "use strict";
  const words = document.currentScript.dataset;
  const all = (root, what) => [...(root.matches?.(what) ? [root] : []), ...root.querySelectorAll(what)];
  const posts = (root) => all(root, 'form[method="post"]');

  /* Text kept in this tab, under the word of who wrote it, until it was sent: sent is what leads to a page without
     the same form, or to one that says so. Nobody else finds it here: signing out, signing in as another and
     forgetting the receipts remove it. Where what was sent was not taken in, everything stays. */
  const MINE = `typed:${words.writer}:`;
  const store = (() => { try { return sessionStorage; } catch { return { getItem: () => null, setItem() {}, removeItem() {} }; } })();
  const keyOf = (form) => MINE + new URL(form.action, location.href).pathname;
  const kept = () => Object.keys(store).filter((key) => key.startsWith("typed:"));
  const read = (key) => { try { return JSON.parse(store.getItem(key)); } catch { return null; } };
  const write = (key, what) => { try { store.setItem(key, JSON.stringify(what)); } catch { /* full */ } };
  const restore = (form) => {
    const key = keyOf(form), was = read(key);
    for (const area of form.querySelectorAll("textarea[name]:not([readonly])")) {
      const text = was?.texts?.[area.name];
      if (text && !area.value) {
        area.value = text;
        const told = Object.assign(document.createElement("p"), { className: "field__hint", textContent: words.restored });
        told.setAttribute("role", "status");
        area.before(told);
      }
      area.addEventListener("input", () => write(key, { texts: { ...read(key)?.texts, [area.name]: area.value } }));
    }
    if (was) write(key, { texts: was.texts });
  };
  if (words.writer && !document.querySelector("[data-not-sent]")) {
    const here = new Set(posts(document).map(keyOf));
    const taken = document.querySelector("[data-taken]");
    for (const key of kept()) {
      const gone = read(key)?.sent && (taken || !here.has(key));
      if (gone || !key.startsWith(MINE)) store.removeItem(key);
    }
  }

  /* One sending per tap. The button comes back if the person returns to the page. */
  const release = (form) => {
    delete form.dataset.sending;
    form.querySelectorAll("[data-was]").forEach((button) => {
      button.textContent = button.dataset.was;
      delete button.dataset.was;
    });
  };
  const guard = (form) => {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sending) return event.preventDefault();
      form.dataset.sending = "1";
      const button = event.submitter;
      if (button?.classList.contains("btn")) {
        button.dataset.was = button.textContent;
        button.textContent = words.sending;
      }
      if ("forgets" in form.dataset) kept().forEach((key) => store.removeItem(key));
      const was = read(keyOf(form));
      if (was) write(keyOf(form), { ...was, sent: true });
    });
    form.addEventListener("htmx:afterRequest", () => release(form));
  };
  addEventListener("pageshow", () => posts(document).forEach(release));

  /* Room left, counted in characters as people count them. */
  const measure = (area) => {
    const line = document.getElementById(`${area.id}_count`);
    const count = () => {
      const left = Number(area.dataset.most) - [...area.value.trim()].length;
      line.textContent = (left < 0 ? words.over : words.left).replace("{n}", Math.abs(left));
      line.toggleAttribute("data-over", left < 0);
    };
    area.addEventListener("input", count);
    if (area.value) count();
  };

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
  const look = (control) => {
    const list = document.createElement("ul");
    list.className = "previews";
    list.setAttribute("aria-live", "polite");
    control.after(list);
    control.addEventListener("change", async () => {
      const most = Number(control.dataset.mostBytes);
      list.replaceChildren(...(await Promise.all([...control.files].map((file) => preview(file, most)))));
    });
  };

  const dress = (root) => {
    posts(root).forEach(guard);
    if (words.writer) posts(root).forEach(restore);
    all(root, "textarea[data-most]").forEach(measure);
    all(root, 'input[type="file"]').forEach(look);
    root.querySelector("[data-error-summary]")?.focus();
  };
  dress(document);
  addEventListener("htmx:load", ({ detail: { elt } }) => elt !== document.body && dress(elt));
})();

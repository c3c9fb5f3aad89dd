"use strict";
(function () {
  const form = document.querySelector(".filters");
  const cards = Array.from(document.querySelectorAll(".card[data-importance]"));
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  if (form) {
    form.hidden = false;
    const apply = function () {
      const kinds = new Set(all("input[name=kind]:checked", form).map((box) => box.value));
      const least = Number(form.elements.importance.value);
      const outlet = form.elements.outlet.value;
      const gone = new Set();
      let shown = 0;
      for (const card of cards) {
        const keep = kinds.has(card.dataset.kind) && Number(card.dataset.importance) >= least &&
          (outlet === "" || card.dataset.outlets.split(" ").includes(outlet));
        card.hidden = !keep;
        shown += keep ? 1 : 0;
        if (!keep) gone.add("#" + card.id);
      }
      for (const pair of all("details.pair")) {
        const own = all(".card[data-importance]", pair);
        pair.hidden = own.length > 0 && own.every((card) => card.hidden);
      };
      for (const row of all("tr[data-kind]")) row.hidden = !kinds.has(row.dataset.kind);
      document.body.classList.toggle("off", gone.size > 0);
      for (const mark of all("a.m.differs")) mark.classList.toggle("dim", gone.has(mark.getAttribute("href")));
      form.querySelector("output").textContent = shown + " of " + cards.length + " shown";
    };
    form.addEventListener("change", apply);
    form.addEventListener("reset", () => setTimeout(apply));
    form.addEventListener("submit", (event) => event.preventDefault());
    apply();
  }
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key !== "j" && event.key !== "k") return;
    const open = cards.filter((card) => !card.hidden);
    if (!open.length) return;
    const at = open.indexOf(document.activeElement.closest ? document.activeElement.closest(".card") : null);
    const next = open[Math.min(Math.max(at + (event.key === "j" ? 1 : -1), 0), open.length - 1)];
    for (let box = next.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    next.focus();
    next.scrollIntoView({ block: "nearest" });
    event.preventDefault();
  });
  const closed = [];
  window.addEventListener("beforeprint", function () {
    for (const box of all("details:not([open])")) { box.open = true; closed.push(box); }
  });
  window.addEventListener("afterprint", function () { while (closed.length) closed.pop().open = false; });
})();

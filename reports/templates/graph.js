(() => {
  "use strict";
  document.querySelectorAll("[hidden]").forEach(element => element.hidden = false);
  for (const sheet of document.querySelectorAll(".sheet")) {
    const svg = sheet.querySelector("svg"), width = +svg.getAttribute("width"), height = +svg.getAttribute("height");
    let scale = 1, from = null, moved = false;
    const zoom = (to, x = sheet.clientWidth / 2, y = sheet.clientHeight / 2) => {
      to = Math.min(4, Math.max(.1, to));
      const left = (sheet.scrollLeft + x) * to / scale - x, top = (sheet.scrollTop + y) * to / scale - y;
      scale = to;
      svg.setAttribute("width", width * scale); svg.setAttribute("height", height * scale);
      sheet.scrollTo(left, top);
    };
    // A graph that is a little too wide is fitted, and a large one opens where something is wrong.
    const room = sheet.clientWidth - 20;
    if (width > room && width < room * 1.3) zoom(room / width);
    const wrong = sheet.querySelector("rect.fail");
    if (wrong && width * scale > room) {
      const box = wrong.getBoundingClientRect(), own = sheet.getBoundingClientRect();
      sheet.scrollTo(box.left - own.left - own.width / 2, box.top - own.top - own.height / 2);
    }
    sheet.addEventListener("wheel", event => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = sheet.getBoundingClientRect();
      zoom(scale * Math.exp(-event.deltaY / 400), event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });
    sheet.addEventListener("dblclick", () => zoom(Math.min(1, (sheet.clientWidth - 20) / width)));
    sheet.addEventListener("keydown", event => { if (event.key === "+" || event.key === "-") zoom(scale * (event.key === "+" ? 1.25 : .8)); });
    sheet.addEventListener("pointerdown", event => { from = [event.clientX + sheet.scrollLeft, event.clientY + sheet.scrollTop]; moved = false; });
    addEventListener("pointermove", event => {
      if (!from || event.buttons !== 1) { from = null; return; }
      moved ||= Math.abs(event.clientX + sheet.scrollLeft - from[0]) + Math.abs(event.clientY + sheet.scrollTop - from[1]) > 4;
      if (moved) sheet.scrollTo(from[0] - event.clientX, from[1] - event.clientY);
    });
    sheet.addEventListener("click", event => { if (moved) event.preventDefault(); }, true);
    svg.addEventListener("dragstart", event => event.preventDefault());
  }
})();

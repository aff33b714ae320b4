(function () {
  "use strict";
  const root = document.documentElement;
  const data = JSON.parse(document.getElementById("data").textContent);
  const charts = [];
  const places = [...document.querySelectorAll(".chart")];
  const plain = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

  const millis = value => value >= 1000 ? plain.format(value / 1000) + " s" : plain.format(value) + " ms";
  const mebibytes = value => plain.format(Math.round(value)) + " MiB";
  const percent = value => plain.format(value) + " %";
  const count = value => plain.format(value);

  /** The page's colours as the scheme in force resolves them. */
  function palette() {
    const probe = document.body.appendChild(document.createElement("span"));
    const colours = {};
    for (const name of ["paper", "raised", "line", "text", "soft", "bad", "good", "warn", "blue", "teal", "violet",
      "orange"]) {
      probe.style.color = "var(--" + name + ")";
      colours[name] = getComputedStyle(probe).color;
    }
    probe.remove();
    return colours;
  }

  /** What each chart draws: lines as [column, name, colour, dash or fill]. */
  const kinds = {
    response: { log: true, format: millis, lines: [["writesP99", "writes p99", "bad"], ["writesP50", "writes p50",
      "orange"], ["allP99", "all p99", "blue", "dashed"], ["allP50", "all p50", "teal", "dashed"]] },
    inflight: { format: count, lines: [["inFlight", "in flight", "blue"], ["waiters", "waiting for the lock",
      "violet", "dotted"]] },
    outcomes: { format: count, stack: true, lines: [["ok", "ok", "blue"], ["failed", "failed by status", "orange"],
      ["timedOut", "timed out", "bad"], ["refused", "refused", "soft"], ["lost", "connection lost", "violet"]] },
    traversal: { log: true, format: millis, lines: [["walkP50", "p50", "teal"], ["walkMax", "longest", "blue"],
      ["walkRunning", "oldest under way", "violet", "dotted"]] },
    entries: { format: count, lines: [["entries", "entries", "teal"]] },
    memory: { format: mebibytes, lines: [["heap", "heap used", "blue"], ["heapMax", "heap limit", "bad",
      "dashed"], ["resident", "resident set", "teal"]] },
    cpu: { format: percent, top: 100, interval: 25, lines: [["cpu", "CPU", "orange"]] }
  };

  for (const run of data.runs) {
    for (const column of ["heap", "heapMax", "resident"]) {
      run.lines[column] = run.lines[column].map(bytes => bytes === null ? null : bytes / 1048576);
    }
  }

  const end = Math.max(1, ...data.runs.map(run => run.end));

  /** The end of the scale of one chart, the same for every run. */
  function top(kind) {
    if (kind.top) {
      return kind.top;
    }
    const peaks = data.runs.flatMap(run => kind.stack
      ? run.lines.ok.map((_, i) => kind.lines.reduce((sum, line) => sum + (run.lines[line[0]][i] || 0), 0))
      : kind.lines.flatMap(line => run.lines[line[0]]));
    if (kind === kinds.inflight && data.theory) {
      peaks.push(...theory(data.runs.find(run => run.role === "incident")).map(point => point[1]));
    }
    const peak = peaks.reduce((a, b) => Math.max(a, b === null ? 0 : b), 0) || 1;
    if (kind.log) {
      return 10 ** Math.ceil(Math.log10(peak));
    }
    const size = 10 ** Math.floor(Math.log10(peak));
    return Math.ceil(peak * 1.04 / (size / 2)) * size / 2;
  }

  /** The start of a log scale: the power of ten below the smallest number of any run. */
  function bottom(kind) {
    const positive = data.runs.flatMap(run => kind.lines.flatMap(line => run.lines[line[0]])).filter(v => v > 0);
    return 10 ** Math.floor(Math.log10(positive.reduce((a, b) => Math.min(a, b), 1)));
  }

  /** The predicted line, from what was in flight at the start of its window. */
  function theory(run) {
    const t = data.theory;
    if (!t || !run || run.role !== "incident") {
      return [];
    }
    const first = run.lines.inFlight.slice(t.fromSecond, t.toSecond).findIndex(v => v !== null);
    if (first < 0) {
      return [];
    }
    const from = t.fromSecond + first;
    const start = run.lines.inFlight[from];
    return [[from, start], [t.toSecond, start + t.predictedPerSecond * (t.toSecond - from)]];
  }

  /** From the left of a chart to its axis, and from its end to the right. */
  const margin = { left: 64, right: 18 };

  /** How many pixels a second takes in a place. */
  const scale = place => Math.max(1, place.clientWidth - margin.left - margin.right) / end;

  /**
   * Where each phase's name stands above its shade: in the lower row, in the upper one where the name before it is in the way, and
   * nowhere where both are taken.
   */
  function names(phases, perSecond) {
    const rows = [-Infinity, -Infinity];
    return phases.map(phase => {
      const middle = (phase.fromSecond + phase.toSecond) / 2 * perSecond;
      const half = phase.name.length * 3.2;
      const row = rows.findIndex(taken => middle - half > taken);
      if (row >= 0) {
        rows[row] = middle + half + 4;
      }
      return { show: row >= 0, distance: row === 1 ? 16 : 4 };
    });
  }

  /**
   * On which side of its line each event is named: left where there is room for a line of text, else right, else left over what is
   * there. What is named alike within a few seconds, as a fault that sets in at one replica after the other, is named once.
   */
  function named(events, perSecond) {
    const room = 13;
    let taken = 0;
    const last = new Map();
    return events.map((event, i) => {
      const x = event.at * perSecond;
      if (event.text === "" || x - (last.has(event.text) ? last.get(event.text) : -Infinity) < 3 * room) {
        return { ...event, show: false };
      }
      last.set(event.text, x);
      const others = events.map(other => other.at * perSecond);
      const before = Math.max(taken, ...others.filter(at => at < x));
      const next = Math.min(...others.filter(at => at > x), Infinity);
      const left = x - room >= before || x + room > next;
      taken = left ? x : x + room;
      return { ...event, show: true, position: left && x >= room ? "insideEndTop" : "insideEndBottom" };
    });
  }

  /** An invisible series that carries the phases' shades and the events' lines. */
  function marks(run, c, place, words) {
    const places = names(run.phases, scale(place));
    const shades = run.phases.map((phase, i) => [{ name: phase.name, xAxis: phase.fromSecond, label: places[i],
      itemStyle: { color: i % 2 ? c.soft : "transparent", opacity: 0.1 } }, { xAxis: phase.toSecond }]);
    const events = [];
    const event = (at, text, colour, type) => events.push({ at, text, colour, type });
    for (const fault of run.faults) {
      event(fault.fromSecond, fault.subject + " on", c.warn, "dashed");
      if (fault.toSecond !== null) {
        event(fault.toSecond, "", c.warn, "dashed");
      }
    }
    for (const life of run.lives) {
      if (life.death && life.ended !== null) {
        event(life.ended, "died", c.bad, "solid");
      }
      if (life.number > 1 && life.ready !== null) {
        event(life.ready, "", c.good, "dotted");
      }
    }
    if (run.intervention) {
      event(run.intervention.ordered, run.intervention.name + " ordered", c.blue, "solid");
      if (run.intervention.done !== null) {
        event(run.intervention.done, "done", c.blue, "dotted");
      }
    }
    events.sort((one, other) => one.at - other.at);
    const lines = named(events, scale(place)).map(one => ({ xAxis: one.at,
      lineStyle: { color: one.colour, type: one.type, width: 1.5 },
      label: { show: words && one.show, formatter: one.text, color: one.colour, fontSize: 10, distance: 6,
        position: one.position, textBorderColor: c.paper, textBorderWidth: 3 } }));
    return { type: "line", name: "marks", data: [], silent: true, tooltip: { show: false },
      markArea: { silent: true, data: shades, label: { color: c.soft, fontSize: 11, position: "top" } },
      markLine: { silent: true, symbol: "none", animation: false, data: lines } };
  }

  function axes(c, kind) {
    const label = { color: c.soft, fontSize: 11 };
    return {
      xAxis: { type: "value", min: 0, max: end, axisLabel: { ...label, formatter: "{value} s" },
        axisLine: { lineStyle: { color: c.line } }, splitLine: { show: false } },
      yAxis: { type: kind.log ? "log" : "value", min: kind.log ? bottom(kind) : 0, max: top(kind), splitNumber: 4, interval: kind.interval,
        axisLabel: { ...label, formatter: kind.format }, splitLine: { lineStyle: { color: c.line, opacity: 0.6 } } }
    };
  }

  /** Areas from zero to the sum of what lies below, the highest first, so that each leaves its own band to be seen. */
  function bands(run, kind, c) {
    return kind.lines.map(([column, name, colour], i) => ({
      type: "line", name, symbol: "none", color: c[colour], step: "end", lineStyle: { width: 0 },
      areaStyle: { opacity: 1 }, encode: { x: 0, y: 1, tooltip: [2] },
      data: run.lines[column].map((own, second) => [second, own === null ? null
        : kind.lines.slice(0, i + 1).reduce((sum, line) => sum + run.lines[line[0]][second], 0), own])
    })).reverse();
  }

  function series(run, kind, c) {
    if (kind.stack) {
      return bands(run, kind, c);
    }
    const drawn = kind.lines.map(([column, name, colour, type]) => ({
      type: "line", name, symbol: "none", connectNulls: false, color: c[colour],
      lineStyle: { width: 1.8, type: type || "solid" },
      data: run.lines[column].map((value, second) => [second, kind.log && value <= 0 ? null : value]) }));
    // A single second between two gaps has no line to it: it is shown as a point.
    for (const one of drawn) {
      one.data = one.data.map(([x, y], i, all) => y !== null && (all[i - 1] || [0, null])[1] === null
        && (all[i + 1] || [0, null])[1] === null ? { value: [x, y], symbol: "circle", symbolSize: 4 } : [x, y]);
    }
    if (kind === kinds.inflight && theory(run).length) {
      drawn.push({ type: "line", name: "predicted", symbol: "none", color: c.orange, z: 5,
        lineStyle: { width: 2, type: "dashed" }, data: theory(run) });
    }
    return drawn;
  }

  function timeline(run, kind, c, place) {
    const lines = series(run, kind, c);
    return {
      animation: false, aria: { enabled: false }, textStyle: { fontFamily: "system-ui, sans-serif" },
      grid: { ...margin, top: 46, bottom: 24 },
      legend: { top: 0, left: 60, itemWidth: 18, itemHeight: 8, textStyle: { color: c.soft, fontSize: 11 },
        itemStyle: { opacity: kind.stack ? 1 : 0 }, icon: kind.stack ? "rect" : undefined,
        data: kind.stack ? lines.map(line => line.name).reverse() : lines.map(line => line.name) },
      tooltip: { trigger: "axis", backgroundColor: c.raised, borderColor: c.line, textStyle: { color: c.text, fontSize: 12 },
        valueFormatter: value => value === null || value === undefined ? "no answer" : kind.format(value) },
      ...axes(c, kind), series: [...lines, marks(run, c, place, true)]
    };
  }

  /** When a life was there, in seconds within the run. */
  const from = life => Math.max(0, life.started);
  const until = (life, run) => life.ended === null ? run.end : Math.min(life.ended, run.end);

  /** The row of each life: the first in which none is left of those before it. Replicas live side by side. */
  function rows(run) {
    const free = [];
    return run.lives.map(life => {
      const first = free.findIndex(at => at <= from(life));
      const row = first < 0 ? free.length : first;
      free[row] = until(life, run);
      return row;
    });
  }

  /** How many lives there were side by side at most, in any run: the strips of both have as many rows. */
  const rowsOfAll = Math.max(1, ...data.runs.flatMap(run => rows(run).map(row => row + 1)));

  /** One bar per life: pale until it was ready, then full until it ended. Its words stand on the last of both, its number where they do not fit. */
  function strip(run, c, place) {
    const rowOf = rows(run);
    const bars = run.lives.flatMap((life, i) => {
      const ready = life.ready === null ? until(life, run) : Math.max(from(life), Math.min(life.ready, until(life, run)));
      return [[from(life), ready, 0.35], [ready, until(life, run), 1]]
        .filter(b => b[1] > b[0])
        .map(([a, b, opacity]) => ({ value: [a, b], row: rowOf[i], opacity, death: life.death,
          number: b === until(life, run) ? String(life.number) : "", words: ": " + life.ending }));
    });
    const draw = (params, api) => {
      const bar = bars[params.dataIndex];
      const [left, y] = api.coord([api.value(0), rowsOfAll - bar.row - 0.5]);
      const width = api.coord([api.value(1), 0])[0] - left;
      const whole = bar.number + bar.words;
      const text = bar.number && whole.length * 6.3 + 8 < width ? whole : bar.number;
      return { type: "rect", shape: { x: left, y: y - 11, width, height: 22 },
        style: { fill: bar.death ? c.bad : c.good, opacity: bar.opacity },
        textContent: { style: { text, fill: bar.opacity < 1 ? c.text : c.paper, fontSize: 11, fontWeight: 600,
          width: Math.max(8, width - 2), overflow: "truncate" } }, textConfig: { position: "inside" } };
    };
    const { xAxis } = axes(c, kinds.cpu);
    return { animation: false, textStyle: { fontFamily: "system-ui, sans-serif" },
      grid: { ...margin, top: 32, bottom: 24 }, xAxis,
      yAxis: { type: "value", min: 0, max: rowsOfAll, show: false },
      series: [{ type: "custom", renderItem: draw, data: bars.map(bar => bar.value), silent: true, clip: true },
        marks(run, c, place, false)] };
  }

  /** Gives each drawing a view box, so that print can scale it. */
  function scalable(place) {
    const svg = place.querySelector("svg");
    if (svg) {
      svg.setAttribute("viewBox", "0 0 " + svg.getAttribute("width") + " " + svg.getAttribute("height"));
    }
  }

  function draw() {
    const c = palette();
    places.forEach((place, i) => {
      const run = data.runs.find(one => one.role === place.dataset.role);
      if (place.dataset.chart === "lives") {
        place.style.setProperty("--rows", rowsOfAll);
      }
      const chart = charts[i] || (charts[i] = echarts.init(place, null, { renderer: "svg" }));
      const id = place.dataset.chart;
      chart.group = "time";
      chart.setOption(id === "lives" ? strip(run, c, place) : timeline(run, kinds[id], c, place), true);
      chart.getZr().flush();
      scalable(place);
    });
    root.dataset.charts = String(charts.length);
  }

  function button(id, act) {
    const element = document.getElementById(id);
    element.hidden = false;
    element.addEventListener("click", () => act(element));
  }

  const dark = matchMedia("(prefers-color-scheme: dark)");
  button("theme", () => {
    const now = root.dataset.theme || (dark.matches ? "dark" : "light");
    root.dataset.theme = now === "dark" ? "light" : "dark";
    draw();
  });
  button("copy", element => {
    getSelection().selectAllChildren(document.getElementById("command"));
    element.textContent = document.execCommand("copy") ? "Copied" : "Press Ctrl+C";
  });
  dark.addEventListener("change", draw);
  let before;
  addEventListener("beforeprint", () => {
    before = root.dataset.theme;
    root.dataset.theme = "light";
    draw();
  });
  addEventListener("afterprint", () => {
    if (before) {
      root.dataset.theme = before;
    } else {
      delete root.dataset.theme;
    }
    draw();
  });
  addEventListener("resize", () => {
    charts.forEach(chart => chart.resize());
    draw();
  });
  draw();
  echarts.connect("time");
})();

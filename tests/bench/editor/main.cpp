// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints the longest stall of the GUI thread, repaints included, for what people do in the editor.
//   bench_editor [megabytes…]
#include "bench/heartbeat.h"

#include "ui/editor/jsoneditor.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QThreadPool>

#include <cstdio>
#include <deque>
#include <functional>

using namespace oxp;
using Sci = QsciScintillaBase;

namespace {

QByteArray textOf(qsizetype size) {
  QByteArray text = "{\n  \"items\": [\n";
  for (int i = 0; i == 0 || text.size() < size; ++i) {
    if (i)
      text += ",\n";
    text += "    {\n      \"id\": " + QByteArray::number(9007199254740993 + i) +
            ",\n      \"name\": \"Größe 陈晓明 😀 " + QByteArray::number(i) +
            "\",\n      \"price\": 1.10,\n      \"address\": {\n        \"city\": \"杭州市\",\n        "
            "\"vip\": true\n      "
            "}\n    }";
  }
  return text + "\n  ]\n}\n";
}

/// Steps one after the other, each measured until it says that it is done and the window has been painted.
class Bench : public QObject {
public:
  using Done = std::function<bool()>;

  Bench() {
    m_poll.setInterval(5);
    connect(&m_poll, &QTimer::timeout, this, &Bench::look);
  }

  void add(const char *name, std::function<void()> work, Done done = {}) {
    m_steps.push_back({name, std::move(work), std::move(done)});
  }
  void run() { next(); }

private:
  struct Step {
    const char *name;
    std::function<void()> work;
    Done done;
  };

  void next() {
    if (m_steps.empty()) {
      qApp->quit();
      return;
    }
    m_heart.restart();
    m_steps.front().work();
    m_poll.start();
  }

  void look() {
    const bool done = (!m_steps.front().done || m_steps.front().done()) && m_heart.beats() > 20;
    if (!done || QThreadPool::globalInstance()->activeThreadCount() > 0)
      return;
    m_poll.stop();
    std::printf("  %-34s stall %7.1f ms   in all %8.1f ms\n", m_steps.front().name, m_heart.longestMs(),
                m_heart.totalMs());
    std::fflush(stdout);
    m_steps.pop_front();
    QTimer::singleShot(300, this, &Bench::next); // the scan after an edit is measured with the edit's step
  }

  Heartbeat m_heart;
  QTimer m_poll;
  std::deque<Step> m_steps;
};

void press(JsonEditor &editor, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier,
           const QString &text = {}) {
  QKeyEvent down(QEvent::KeyPress, key, modifiers, text);
  QApplication::sendEvent(&editor, &down);
}

void type(JsonEditor &editor, double place) {
  editor.SendScintilla(Sci::SCI_GOTOPOS, static_cast<unsigned long>(double(editor.byteCount()) * place), 0L);
  for (int i = 0; i < 20; ++i)
    press(editor, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "));
}

void addSteps(Bench &bench, JsonEditor &editor, const QByteArray &text) {
  const auto idle = [&editor] { return !editor.isBusy() && editor.scan(); };
  bench.add(
      "open", [&editor, text] { editor.setBytes(text); }, idle);
  bench.add("Ctrl+End", [&editor] { press(editor, Qt::Key_End, Qt::ControlModifier); });
  bench.add("Ctrl+Home", [&editor] { press(editor, Qt::Key_Home, Qt::ControlModifier); });
  bench.add(
      "type 20 at the start", [&editor] { type(editor, 0); }, idle);
  bench.add(
      "type 20 in the middle", [&editor] { type(editor, 0.5); }, idle);
  bench.add(
      "type 20 at the end", [&editor] { type(editor, 1); }, idle);
  bench.add(
      "undo of typing", [&editor] { editor.undo(); }, idle);
  bench.add("fold everything at the top", [&editor] {
    editor.goToLine(1);
    editor.foldAtCaret();
  });
  bench.add("unfold it", [&editor] { editor.unfoldAtCaret(); });
  bench.add("fold the items array", [&editor] {
    editor.goToLine(2);
    editor.foldAtCaret();
  });
  bench.add("unfold all", [&editor] { editor.unfoldEverything(); });
  bench.add("find near the end", [&editor] { editor.find("nothing of this kind", false, false); });
  bench.add("find backwards", [&editor] { editor.find("杭州市", true, true); });
  bench.add("bytes out", [&editor] { editor.bytes(); });
  bench.add(
      "bytes out after an edit",
      [&editor] {
        type(editor, 0.7);
        editor.bytes();
      },
      idle);
  bench.add(
      "format", [&editor] { editor.format(); }, idle);
  bench.add(
      "undo of format", [&editor] { editor.undo(); }, idle);
  bench.add(
      "redo of format", [&editor] { editor.redo(); }, idle);
  bench.add(
      "replace all", [&editor] { editor.replaceAll("1.10", "2.25", true); }, idle);
  bench.add(
      "undo of replace all", [&editor] { editor.undo(); }, idle);
  bench.add("dark and light", [&editor] { editor.setColours(editorColours()); });
}

} // namespace

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  ThemeController controller(ThemeSetting::Dark);
  QList<double> sizes;
  for (int i = 1; i < argc; ++i)
    sizes << QByteArray(argv[i]).toDouble();
  if (sizes.isEmpty())
    sizes = {0.001, 5, 30};
  for (const double size : sizes) {
    JsonEditor editor;
    editor.resize(700, 800);
    editor.show();
    const QByteArray text = textOf(qsizetype(size * 1e6));
    std::printf("%.3f MB, %lld lines\n", double(text.size()) / 1e6,
                static_cast<long long>(text.count('\n') + 1));
    Bench bench;
    addSteps(bench, editor, text);
    QTimer::singleShot(200, &bench, &Bench::run);
    app.exec();
  }
  return 0;
}

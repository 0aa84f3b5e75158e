// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edits/change.h"
#include "ui/panes/payload.h"

#include <QObject>

namespace oxp {

class JsonEditor;

/// A recipe at work on the text in the editor: puts its changes there, each time anew from the text of
/// before, as one step of undo, and takes them back. What somebody types beside it is theirs: from then on it
/// neither changes nor takes back anything. GUI thread; large texts are worked on by another.
class RecipeWork : public QObject {
  Q_OBJECT

public:
  enum class Stage {
    Closed,
    Waiting, ///< for answers
    Making,
    Shown,   ///< the text is what it makes of it
    Same,    ///< which is what it was
    Refused, ///< problem(): the changes cannot be made
    Masked,  ///< what would come of it cannot be masked
    Typed,   ///< somebody has typed on
  };

  explicit RecipeWork(JsonEditor *editor, QObject *parent = nullptr);

  Stage stage() const { return m_stage; }
  bool isOpen() const { return m_stage != Stage::Closed; }
  /// Why the changes cannot be made to this text.
  const edits::Problem &problem() const { return m_problem; }

  /// Goes on from the text as it is.
  void begin(const Masks &masks);
  /// Shows what these make of it.
  void apply(const std::vector<edits::Change> &changes);
  /// Shows the text of before, as there are no changes yet.
  void withdraw();
  /// Leaves the text as it is.
  void end();

signals:
  void changed();

private:
  struct Made;
  static Made make(const QByteArray &before, const json::Elisions &elisions, const Masks &masks,
                   const std::vector<edits::Change> &changes);
  void take(const Made &made);
  void putBack();
  void put(const QByteArray &text, const json::Elisions &elisions);
  void settle();
  void look();
  void setStage(Stage stage);

  JsonEditor *m_editor;
  Masks m_masks;
  Stage m_stage = Stage::Closed, m_next = Stage::Closed; ///< m_next: once the editor has the text
  QByteArray m_before, m_made;                           ///< the text before, and as it was left here
  edits::Problem m_problem;
  quint64 m_generation = 0;
  bool m_ours = false; ///< the editor is being changed by this
};

} // namespace oxp

// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialogframe.h"
#include "workspace/longreads.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;

namespace oxp {

/// Something that can be exported.
struct ExportChoice {
  QString text;                  ///< `This state: failed, 1,204 jobs`
  QString remark;                ///< what is not plain about it; empty = nothing
  QString fileName;              ///< proposed, without its ending
  std::vector<ExportPart> parts; ///< none: there are no such jobs
};

/// What the person decided.
struct ExportAnswer {
  ExportChoice what;
  ExportFormat format = ExportFormat::Ndjson;
  QString path;
  bool withMasked = false;
};

/// What stands in the way of a file, or does not.
enum class ExportPlace { Free, Replaces, NoFolder, NotWritable, IsFolder };

/// Asks what is to be exported, as what and where to. Looks for the file in the background.
class ExportDialog : public DialogFrame {
  Q_OBJECT

public:
  /// Which values are masked, and whether this person may have them.
  struct Masks {
    bool any = false;
    bool mayReveal = false;
  };
  /// `choices`: at least one. `folders`, best first and at least one: the file is proposed in the first that
  /// takes one.
  ExportDialog(const DialogSubject &subject, std::vector<ExportChoice> choices, int current, Masks masks,
               const ExportAnswer &last, const QStringList &folders, QWidget *parent = nullptr);

signals:
  void decided(const oxp::ExportAnswer &answer);

private:
  void setupWhat(QFormLayout *form, int current);
  void setupFormat(QFormLayout *form, ExportFormat format);
  void setupFile(QFormLayout *form);
  void setupMasks(QFormLayout *form);
  void setupButtons();
  void proposeName();
  void chooseFile();
  void lookForFile();
  bool tryNextFolder();
  void setFileText(const QString &text);
  QString placeNote() const;
  void followEnding();
  void updateState();
  ExportFormat format() const;
  QString typedPath() const;

  std::vector<ExportChoice> m_choices;
  Masks m_masks;
  QComboBox *m_what, *m_format;
  QLineEdit *m_file;
  QCheckBox *m_withMasked = nullptr;
  TextLabel *m_remark = nullptr, *m_about = nullptr, *m_maskNote = nullptr;
  QPushButton *m_main = nullptr;
  QStringList m_folders; ///< those that are left to try; the file is proposed in the first
  bool m_ownName = true; ///< the file's name is still the proposed one
  bool m_setting = false;
  ExportPlace m_place = ExportPlace::Free; ///< what is known of the file's place
  quint64 m_look = 0;                      ///< tells the answer for an earlier name
};

} // namespace oxp

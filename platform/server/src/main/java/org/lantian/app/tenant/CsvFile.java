package org.lantian.app.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A CSV file in the plain form of tenant folders: UTF-8, one header line, a comma between cells and none inside them,
 * no quotes. A missing file is a file without rows. Problems are noted with file and line; rows that have one are left
 * out.
 */
final class CsvFile {

    private final Path path;
    private final List<String> header;
    private final List<String> problems;

    /** @param problems takes what is wrong, in the form {@code file:line: message} */
    CsvFile(Path path, List<String> header, List<String> problems) {
        this.path = path;
        this.header = List.copyOf(header);
        this.problems = problems;
    }

    <T> List<T> read(Function<Row, T> reading) {
        List<String> lines = lines();
        if (lines.isEmpty()) {
            return List.of();
        }
        if (!lines.getFirst().equals(String.join(",", header))) {
            note(1, "表头应为“" + String.join(",", header) + "”。");
            return List.of();
        }
        List<T> rows = new ArrayList<>();
        for (int number = 2; number <= lines.size(); number++) {
            readRow(number, lines.get(number - 1), reading).ifPresent(rows::add);
        }
        return rows;
    }

    /** All lines of a file with a header of its own, the header first; lines of another length are problems. */
    static List<List<String>> rows(Path path, List<String> problems) {
        CsvFile file = new CsvFile(path, List.of(), problems);
        if (Files.notExists(path)) {
            throw new IllegalArgumentException("没有文件“" + path.getFileName() + "”。");
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> lines = file.lines();
        for (int number = 1; number <= lines.size(); number++) {
            List<String> cells = List.of(lines.get(number - 1).split(",", -1));
            if (!rows.isEmpty() && cells.size() != rows.getFirst().size()) {
                file.note(number, "应有" + rows.getFirst().size() + "个以逗号分隔的单元格，此行有" + cells.size() + "个。");
            } else {
                rows.add(cells);
            }
        }
        return rows;
    }

    private <T> Optional<T> readRow(int number, String line, Function<Row, T> reading) {
        List<String> cells = Arrays.asList(line.split(",", -1));
        if (cells.size() != header.size() || line.indexOf('"') >= 0) {
            note(number, "应有" + header.size() + "个以逗号分隔的单元格，不用引号。");
            return Optional.empty();
        }
        int before = problems.size();
        T row = reading.apply(new Row(number, cells));
        return problems.size() == before ? Optional.of(row) : Optional.empty();
    }

    private List<String> lines() {
        if (Files.notExists(path)) {
            return List.of();
        }
        try {
            return Files.readAllLines(path, StandardCharsets.UTF_8);
        } catch (CharacterCodingException fault) {
            note(1, "不是UTF-8文件。");
            return List.of();
        } catch (IOException fault) {
            throw new UncheckedIOException(path.toString(), fault);
        }
    }

    private void note(int line, String message) {
        problems.add(path.getFileName() + ":" + line + ": " + message);
    }

    /** One line; a {@code require} that fails notes the problem and returns a placeholder. */
    final class Row {

        private final int number;
        private final List<String> cells;

        private Row(int number, List<String> cells) {
            this.number = number;
            this.cells = cells;
        }

        String text(String column) {
            return cells.get(header.indexOf(column));
        }

        String requireText(String column) {
            String text = text(column);
            if (text.isBlank()) {
                problem("“" + column + "”为空。");
            }
            return text;
        }

        Optional<BigDecimal> findDecimal(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            if (!text.matches("\\d{1,15}(\\.\\d{1,6})?")) {
                problem("“" + column + "”的值“" + text + "”不是数字。");
                return Optional.empty();
            }
            return Optional.of(new BigDecimal(text));
        }

        BigDecimal requireDecimal(String column) {
            requireText(column);
            return findDecimal(column).orElse(BigDecimal.ZERO);
        }

        int requireCount(String column) {
            String text = requireText(column);
            if (text.matches("\\d{1,6}")) {
                return Integer.parseInt(text);
            }
            problem("“" + column + "”的值“" + text + "”不是整数。");
            return 0;
        }

        void problem(String message) {
            note(number, message);
        }
    }
}

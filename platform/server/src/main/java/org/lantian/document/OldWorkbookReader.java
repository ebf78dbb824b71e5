package org.lantian.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

import org.lantian.common.DomainException;
import org.lantian.engine.sheet.Grid;

/** Reads an .xls file (BIFF8: Excel 97 to 2003, WPS) record by record into plain grids. */
final class OldWorkbookReader {

    private OldWorkbookReader() {
    }

    static List<Grid> read(byte[] content) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            checkEntries(files.getRoot());
            OldGrids grids = new OldGrids();
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(grids);
            new HSSFEventFactory().processWorkbookEvents(request, files);
            return grids.list();
        } catch (EncryptedDocumentException locked) {
            throw WorkbookGuard.locked();
        } catch (OldExcelFormatException older) {
            throw WorkbookGuard.oldFormat();
        } catch (DomainException refusal) {
            throw refusal;
        } catch (IOException | RuntimeException damaged) {
            throw WorkbookGuard.damaged();
        }
    }

    private static void checkEntries(DirectoryNode root) {
        if (root.hasEntryCaseInsensitive("WordDocument")) {
            throw WorkbookGuard.notXlsx("，而是 Word 文档");
        }
        if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR") || root.hasEntryCaseInsensitive("_VBA_PROJECT")) {
            throw WorkbookGuard.macros();
        }
        if (!root.hasEntryCaseInsensitive("Workbook")) {
            throw root.hasEntryCaseInsensitive("Book") ? WorkbookGuard.oldFormat() : WorkbookGuard.notXlsx("");
        }
    }
}

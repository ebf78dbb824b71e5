package org.lantian.plugin;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that a vendor can compile against, one line a signature, each line complete in itself. */
final class PublicSignatures {

    private PublicSignatures() {
    }

    /** The signatures of all public types below a folder of classes, in order. */
    static List<String> of(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class")).map(classes::relativize)
                    .map(file -> file.toString().replace(".class", "").replace(file.getFileSystem().getSeparator(), "."))
                    .filter(name -> !name.endsWith("package-info")).map(PublicSignatures::load).filter(PublicSignatures::offered)
                    .flatMap(type -> of(type).stream()).sorted().toList();
        }
    }

    /** The signatures of one type. */
    static List<String> of(Class<?> type) {
        List<String> lines = new ArrayList<>();
        lines.add(header(type));
        Stream.of(type.getDeclaredConstructors()).filter(PublicSignatures::offered)
                .forEach(one -> lines.add(type.getName() + ": " + text(one)));
        Stream.of(type.getDeclaredMethods()).filter(PublicSignatures::offered).filter(one -> !one.isSynthetic())
                .forEach(one -> lines.add(type.getName() + ": " + text(one)));
        Stream.of(type.getDeclaredFields()).filter(PublicSignatures::offered)
                .forEach(one -> lines.add(type.getName() + ": " + text(one)));
        return lines;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicSignatures.class.getClassLoader());
        } catch (ClassNotFoundException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static boolean offered(Class<?> type) {
        for (Class<?> one = type; one != null; one = one.getDeclaringClass()) {
            if (!Modifier.isPublic(one.getModifiers()) && !Modifier.isProtected(one.getModifiers())
                    || one.isAnnotationPresent(Experimental.class)) {
                return false;
            }
        }
        return !type.isAnonymousClass();
    }

    private static <T extends Member & AnnotatedElement> boolean offered(T member) {
        return (Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()))
                && !member.isSynthetic() && !member.isAnnotationPresent(Experimental.class);
    }

    private static String header(Class<?> type) {
        String kind = type.isAnnotation() ? "annotation" : type.isInterface() ? "interface" : type.isRecord() ? "record"
                : type.isEnum() ? "enum" : "class";
        String components = type.isRecord() ? Arrays.stream(type.getRecordComponents())
                .map(one -> name(one.getGenericType()) + " " + one.getName()).collect(Collectors.joining(", ", "(", ")")) : "";
        List<String> above = Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), Stream.of(type.getGenericInterfaces()))
                .filter(one -> one != Object.class && one != Record.class).map(PublicSignatures::name).sorted().toList();
        String permitted = type.isSealed() ? " permits " + Arrays.stream(type.getPermittedSubclasses()).map(Class::getName).sorted()
                .collect(Collectors.joining(", ")) : "";
        return type.getName() + ": " + modifiers(type.getModifiers() & ~Modifier.INTERFACE & ~Modifier.STATIC) + kind + components
                + (above.isEmpty() ? "" : " is " + String.join(", ", above)) + permitted;
    }

    private static String text(Constructor<?> one) {
        return modifiers(one.getModifiers()) + "new(" + parameters(one.getGenericParameterTypes()) + ")" + thrown(one.getGenericExceptionTypes());
    }

    private static String text(Method one) {
        return modifiers(one.getModifiers()) + (one.isDefault() ? "default " : "") + name(one.getGenericReturnType()) + " "
                + one.getName() + "(" + parameters(one.getGenericParameterTypes()) + ")" + thrown(one.getGenericExceptionTypes());
    }

    private static String text(Field one) {
        return one.isEnumConstant() ? "constant " + one.getName()
                : modifiers(one.getModifiers()) + name(one.getGenericType()) + " " + one.getName();
    }

    private static String parameters(Type[] types) {
        return Arrays.stream(types).map(PublicSignatures::name).collect(Collectors.joining(", "));
    }

    private static String thrown(Type[] types) {
        return types.length == 0 ? "" : " throws " + parameters(types);
    }

    /** Types of java.lang and java.util without their package. */
    private static String name(Type type) {
        return type.getTypeName().replaceAll("\\bjava\\.(?:lang|util)\\.(?=[A-Z])", "");
    }

    private static String modifiers(int modifiers) {
        String text = Modifier.toString(modifiers & (Modifier.ABSTRACT | Modifier.FINAL | Modifier.STATIC | Modifier.PROTECTED));
        return text.isEmpty() ? "" : text + " ";
    }
}

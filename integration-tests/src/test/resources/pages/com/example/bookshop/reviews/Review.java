package com.example.bookshop.reviews;

import io.kuaka.annotations.ModelIndex;
import io.kuaka.annotations.RenamedFrom;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@RenamedFrom("Comment")                 // the entity's name before, not the table's
@ModelIndex(name = "review_title_idx", expressions = "lower(title)")
public class Review {
    @Id
    private Long id;

    @RenamedFrom("heading")             // the attribute's name before, not the column's
    @Column(nullable = false, length = 200)
    private String title;
}
